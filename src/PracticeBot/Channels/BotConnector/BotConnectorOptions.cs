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
    private static readonly Setting<AppType> TypeSetting = new("MicrosoftAppType", AppType.MultiTenant, TryType)
    {
        Default = nameof(AppType.MultiTenant),
        Range = string.Join(" or ", Enum.GetNames<AppType>()),
        Example = nameof(AppType.SingleTenant),
        What = "The kind of the app registration; Azure makes no new `MultiTenant` bots.",
    };

    private static readonly Setting<string?> IdSetting = new("MicrosoftAppId", byDefault: null, TryId)
    {
        Default = string.Empty,
        Range = "the id of an app registration",
        Example = "00000000-0000-0000-0000-000000000000",
        What = "The bot's app id. With it `/api/messages` is open to the channels of the Bot Framework, and to nobody else.",
    };

    private static readonly Setting<string?> PasswordSetting = new("MicrosoftAppPassword", byDefault: null, SettingValues.AnyText)
    {
        Default = string.Empty,
        Range = "a secret of the app registration",
        Example = "a1B2c3D4~e5F6g7H8",
        What = "The bot's secret, or its certificate's password. A managed identity needs none.",
    };

    private static readonly Setting<string?> CertificateSetting = new("MicrosoftAppCertificate", byDefault: null, SettingValues.AnyText)
    {
        Default = string.Empty,
        Range = "a file with a certificate and its private key (PEM or PFX)",
        Example = "/run/secrets/bot.pfx",
        What = "The bot's certificate, in place of a secret.",
    };

    private static readonly Setting<string?> TenantSetting = new("MicrosoftAppTenantId", byDefault: null, TryTenant)
    {
        Default = string.Empty,
        Range = "the id of a tenant, or a domain of it",
        Example = "11111111-1111-1111-1111-111111111111",
        What = "The bot's tenant.",
    };

    internal static readonly IReadOnlyList<Setting> Settings = [TypeSetting, IdSetting, PasswordSetting, CertificateSetting, TenantSetting];

    internal AppType AppType { get; private set; }

    /// <summary>Null on a host that only serves its own page.</summary>
    public string? AppId { get; private set; }

    /// <summary>Null where a certificate without a password, or a managed identity, takes its place.</summary>
    public string? Password { get; private set; }

    /// <summary>Path of a PEM or PFX file; null where there is none.</summary>
    public string? Certificate { get; private set; }

    public string? TenantId { get; private set; }

    /// <summary>There is something to prove with who this bot is. Without it the bot hears channels and can't answer them.</summary>
    internal bool CanSpeak => AppType == AppType.UserAssignedMsi || Password is not null || Certificate is not null;

    internal static void Read(BotConnectorOptions options, IConfiguration configuration)
    {
        options.AppType = TypeSetting.Of(configuration);
        options.AppId = IdSetting.Of(configuration);
        options.Password = PasswordSetting.Of(configuration);
        options.Certificate = CertificateSetting.Of(configuration);
        options.TenantId = TenantSetting.Of(configuration);
    }

    /// <summary>Sentences on what does not go together.</summary>
    internal IEnumerable<string> Faults()
    {
        if (AppId is not null && AppType == AppType.SingleTenant && TenantId is null)
        {
            yield return TenantSetting.Wrong("must be set for SingleTenant").Failures.First();
        }

        if (Certificate is not null && !File.Exists(Certificate))
        {
            yield return CertificateSetting.Wrong("names no file that is there").Failures.First();
        }
    }

    /// <summary>However it is written, it is kept as tokens say it.</summary>
    private static bool TryId(string text, out string value)
    {
        var isId = Guid.TryParse(text, out var id);
        value = id.ToString();
        return isId;
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
