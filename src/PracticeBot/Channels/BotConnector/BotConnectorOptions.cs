using PracticeBot.Hosting;

namespace PracticeBot.Channels.BotConnector;

/// <summary>How an app registration proves who it is.</summary>
internal enum AppType
{
    MultiTenant,
    SingleTenant,
    UserAssignedMsi,
}

/// <summary>Who this bot is to the channels of the Bot Framework.</summary>
public sealed record BotConnectorOptions
{
    private static readonly Setting<string?> Id = new("MicrosoftAppId", byDefault: null, TryId)
    {
        Default = string.Empty,
        Range = "the id of an app registration",
        Example = "00000000-0000-0000-0000-000000000000",
        What = "The bot's app id. Channels can't be told from others yet: with an id `/api/messages` refuses everyone.",
    };

    internal static readonly IReadOnlyList<Setting> Settings =
    [
        new Setting<AppType>("MicrosoftAppType", AppType.MultiTenant, TryType)
        {
            Default = nameof(AppType.MultiTenant),
            Range = string.Join(" or ", Enum.GetNames<AppType>()),
            Example = nameof(AppType.SingleTenant),
            What = "The kind of the app registration.",
            IsBuilt = false,
        },
        Id,
        new Setting<string?>("MicrosoftAppPassword", byDefault: null, SettingValues.AnyText)
        {
            Default = string.Empty,
            Range = "a secret of the app registration",
            Example = "a1B2c3D4~e5F6g7H8",
            What = "The bot's secret.",
            IsBuilt = false,
        },
        new Setting<string?>("MicrosoftAppTenantId", byDefault: null, TryTenant)
        {
            Default = string.Empty,
            Range = "the id of a tenant, or a domain of it",
            Example = "11111111-1111-1111-1111-111111111111",
            What = "The bot's tenant.",
            IsBuilt = false,
        },
    ];

    /// <summary>Null on a host that only serves its own page.</summary>
    public string? AppId { get; private set; }

    internal static void Read(BotConnectorOptions options, IConfiguration configuration) => options.AppId = Id.Of(configuration);

    private static bool TryId(string text, out string value)
    {
        value = text;
        return Guid.TryParse(text, out _);
    }

    private static bool TryType(string text, out AppType value) =>
        Enum.TryParse(text, ignoreCase: true, out value) && !char.IsAsciiDigit(text[0]) && Enum.IsDefined(value);

    private static bool TryTenant(string text, out string value)
    {
        value = text;
        return Guid.TryParse(text, out _)
            || (text.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(text) == UriHostNameType.Dns);
    }
}
