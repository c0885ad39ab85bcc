namespace PracticeBot.Hosting;

/// <summary>Settings whose features are not built yet. Their values are checked all the same, so that a file for later is right by then.</summary>
internal static class LaterSettings
{
    private enum ModelProvider
    {
        Embedded,
    }

    public static readonly IReadOnlyList<Setting> All =
    [
        SettingValues.Choice(
            "Model:Provider", ModelProvider.Embedded, "Who judges and speaks: `embedded` works without any model.", "openai", "azure-openai"),
        new Setting<Uri?>("Model:Endpoint", byDefault: null, SettingValues.TryWebAddress)
        {
            Default = string.Empty,
            Range = "an address that begins with http:// or https://",
            Example = "http://localhost:11434/v1",
            What = "Where the model answers.",
            IsBuilt = false,
        },
        new Setting<string?>("Model:Name", byDefault: null, SettingValues.AnyText)
        {
            Default = string.Empty, Range = "the name of a model", Example = "llama3.1:8b", What = "Which model.", IsBuilt = false,
        },
        new Setting<string?>("Model:ApiKey", byDefault: null, SettingValues.AnyText)
        {
            Default = string.Empty, Range = "a key", Example = "sk-0000000000000000", What = "What the model's provider asks for.", IsBuilt = false,
        },
        SettingValues.Duration(
            "Model:TimeBudget", TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5),
            "How long a turn waits for the model.", isBuilt: false),
        new SectionSetting("SignIn")
        {
            Default = string.Empty,
            Range = "settings of an OpenID Connect provider",
            Example = "https://login.example",
            What = "How educators sign in.",
            IsBuilt = false,
        },
    ];

    /// <summary>A section of which nothing is fixed yet.</summary>
    private sealed class SectionSetting(string section) : Setting($"{section}:*")
    {
        public override string ExampleKey => $"{section}:Authority";

        public override IEnumerable<string> Faults(IConfiguration configuration) => [];

        public override bool Covers(string other) => other.StartsWith($"{section}:", StringComparison.OrdinalIgnoreCase);

        public override bool IsSetIn(IConfiguration configuration) => configuration.GetSection(section).GetChildren().Any();
    }
}
