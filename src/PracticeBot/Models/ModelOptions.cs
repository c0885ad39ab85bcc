using System.Globalization;
using PracticeBot.Hosting;

namespace PracticeBot.Models;

/// <summary>The <c>Model</c> section.</summary>
public sealed record ModelOptions
{
    private const string OpenAi = "openai";
    private const string AzureOpenAi = "azure-openai";

    private static readonly Setting<ModelProvider> ProviderSetting = new("Model:Provider", ModelProvider.Embedded, TryProvider)
    {
        Default = "embedded",
        Range = $"embedded or {OpenAi} or {AzureOpenAi}",
        Example = OpenAi,
        What = $"Who judges and speaks: `embedded` works without any model; `{OpenAi}` is any endpoint that speaks its protocol.",
    };

    private static readonly Setting<Uri?> EndpointSetting = new("Model:Endpoint", byDefault: null, SettingValues.TryWebAddress)
    {
        Default = string.Empty,
        Range = "an address that begins with http:// or https://",
        Example = "http://localhost:11434/v1",
        What = "Where the model answers; OpenAI's own address where it is not set.",
    };

    private static readonly Setting<string?> NameSetting = new("Model:Name", byDefault: null, SettingValues.AnyText)
    {
        Default = string.Empty, Range = "the name of a model", Example = "llama3.1:8b", What = "Which model; with Azure the deployment's name.",
    };

    private static readonly Setting<string?> KeySetting = new("Model:ApiKey", byDefault: null, SettingValues.AnyText)
    {
        Default = string.Empty,
        Range = "a key",
        Example = "sk-0000000000000000",
        What = "What the provider asks for. Not needed on this machine; without it Azure is asked in the name of the host's identity.",
    };

    private static readonly Setting<TimeSpan> BudgetSetting = SettingValues.Duration(
        "Model:TimeBudget", TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5),
        "From a reply to the client's last word; what the model has not done by then the embedded parts do.");

    private static readonly Setting<int> ConcurrentSetting = SettingValues.Number(
        "Model:MaxConcurrent", 8, 1, 1000, "calls", "How many calls this host makes at once.");

    private static readonly Setting<decimal?> InputPriceSetting = Price("Input", "of the prompts");
    private static readonly Setting<decimal?> CachedPriceSetting = Price("CachedInput", "of what the provider kept of earlier prompts");
    private static readonly Setting<decimal?> OutputPriceSetting = Price("Output", "of the answers");

    internal static readonly IReadOnlyList<Setting> Settings =
    [
        ProviderSetting, EndpointSetting, NameSetting, KeySetting, BudgetSetting, ConcurrentSetting, InputPriceSetting, CachedPriceSetting, OutputPriceSetting,
    ];

    public ModelProvider Provider { get; private set; }

    public Uri? Endpoint { get; private set; }

    /// <summary>The model's, or the deployment's; never null where one is configured.</summary>
    public string? Name { get; private set; }

    public string? ApiKey { get; private set; }

    /// <summary>From the reply to the client's last word.</summary>
    public TimeSpan TimeBudget { get; private set; } = TimeSpan.FromSeconds(12);

    /// <summary>Calls at once on this host.</summary>
    public int MaxConcurrent { get; private set; } = 8;

    /// <summary>Per million tokens, in any currency; null where none is configured.</summary>
    public ModelPrices? Prices { get; private set; }

    public bool IsConfigured => Provider != ModelProvider.Embedded;

    /// <summary>The model runs on this very machine.</summary>
    public bool IsLocal => Endpoint is { IsLoopback: true };

    /// <summary>Where the words go.</summary>
    public string Host => Endpoint?.Host ?? "api.openai.com";

    internal static void Read(ModelOptions options, IConfiguration configuration)
    {
        options.Provider = ProviderSetting.Of(configuration);
        options.Endpoint = EndpointSetting.Of(configuration);
        options.Name = NameSetting.Of(configuration);
        options.ApiKey = KeySetting.Of(configuration);
        options.TimeBudget = BudgetSetting.Of(configuration);
        options.MaxConcurrent = ConcurrentSetting.Of(configuration);
        options.Prices = InputPriceSetting.Of(configuration) is { } input && OutputPriceSetting.Of(configuration) is { } output
            ? new ModelPrices(input, CachedPriceSetting.Of(configuration) ?? input, output)
            : null;
    }

    /// <summary>Sentences on what does not go together.</summary>
    internal IEnumerable<string> Faults()
    {
        if (!IsConfigured)
        {
            yield break;
        }

        if (Name is null)
        {
            yield return NameSetting.Wrong("must be set where Model:Provider is").Failures.First();
        }

        if (Provider == ModelProvider.AzureOpenAI && Endpoint is null)
        {
            yield return $"{EndpointSetting.Key} must be set for {AzureOpenAi}. Example: {EndpointSetting.Key}=https://example.openai.azure.com";
        }

        if (Provider == ModelProvider.OpenAI && ApiKey is null && !IsLocal)
        {
            yield return KeySetting.Wrong("must be set where the model is not on this machine").Failures.First();
        }
    }

    private static bool TryProvider(string text, out ModelProvider provider)
    {
        (var isKnown, provider) = text.ToUpperInvariant() switch
        {
            "EMBEDDED" => (true, ModelProvider.Embedded),
            "OPENAI" => (true, ModelProvider.OpenAI),
            "AZURE-OPENAI" => (true, ModelProvider.AzureOpenAI),
            _ => (false, default),
        };
        return isKnown;
    }

    private static Setting<decimal?> Price(string of, string what) => new($"Model:Price:{of}", byDefault: null, TryPrice)
    {
        Default = string.Empty, Range = "a price from 0", Example = "0.40", What = $"What a million tokens {what} cost, in your currency.",
    };

    private static bool TryPrice(string text, out decimal? price)
    {
        var isPrice = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        price = isPrice ? value : null;
        return isPrice;
    }
}

public enum ModelProvider
{
    /// <summary>No model.</summary>
    Embedded,

    /// <summary>Any endpoint that speaks OpenAI's protocol.</summary>
    OpenAI,

    /// <summary>A deployment in Azure, by key or by identity.</summary>
    AzureOpenAI,
}

/// <summary>Per million tokens.</summary>
public sealed record ModelPrices(decimal Input, decimal CachedInput, decimal Output);
