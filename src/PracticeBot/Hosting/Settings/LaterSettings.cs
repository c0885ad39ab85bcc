namespace PracticeBot.Hosting;

/// <summary>Settings whose features are not built yet. Their values are checked all the same, so that a file for later is right by then.</summary>
internal static class LaterSettings
{
    public static readonly IReadOnlyList<Setting> All =
    [
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
