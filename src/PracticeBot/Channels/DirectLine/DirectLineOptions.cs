using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PracticeBot.Hosting;

namespace PracticeBot.Channels.DirectLine;

/// <summary>How the embedded Direct Line is reached.</summary>
public sealed record DirectLineOptions
{
    private const int ShortestSecret = 16;

    private static readonly ListSetting<string> SecretsSetting = new("DirectLine:Secrets", TrySecret)
    {
        Default = string.Empty,
        Range = string.Create(CultureInfo.InvariantCulture, $"a secret of {ShortestSecret} letters or more"),
        Example = "2f1c7e0b9a5d4c6e8f3b",
        What = "What trusted servers show to get tokens for their own users. Without any, only this host's pages get tokens.",
    };

    private static readonly ListSetting<string> TrustedOriginsSetting = new("DirectLine:TrustedOrigins", TryTrustedOrigin)
    {
        Default = string.Empty,
        Range = "an origin (scheme, host, port, no path)",
        Example = "https://school.example",
        What = "Web sites other than this one whose pages may talk here.",
    };

    private static readonly Setting<TimeSpan> TokenLifetimeSetting = SettingValues.Duration(
        "DirectLine:TokenLifetime", TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(1), TimeSpan.FromDays(1),
        "How long a token is good for. Web Chat asks for a new one every 15 minutes.");

    private static readonly Setting<Uri?> PublicUrlSetting = new("PublicUrl", byDefault: null, SettingValues.TryOrigin)
    {
        Default = string.Empty,
        Range = "an address that begins with http:// or https:// and has no path",
        Example = "https://practice.example",
        What = "Where clients reach this host, if that is not where its requests come in.",
    };

    internal static readonly IReadOnlyList<Setting> Settings =
        [SecretsSetting, TrustedOriginsSetting, TokenLifetimeSetting, PublicUrlSetting];

    /// <summary>What trusted servers show to get tokens for their own users; none: only this host's pages get any.</summary>
    public IReadOnlyList<string> Secrets { get; private set; } = [];

    /// <summary>Web sites other than this one whose pages may talk here.</summary>
    public IReadOnlyList<string> TrustedOrigins { get; private set; } = [];

    /// <summary>How long a token is good for. Web Chat asks for a new one every 15 minutes.</summary>
    public TimeSpan TokenLifetime { get; private set; }

    /// <summary>Where clients reach this host, if that is not where its requests come in.</summary>
    public Uri? PublicUrl { get; private set; }

    internal static void Read(DirectLineOptions options, IConfiguration configuration)
    {
        options.Secrets = SecretsSetting.Of(configuration);
        options.TrustedOrigins = TrustedOriginsSetting.Of(configuration);
        options.TokenLifetime = TokenLifetimeSetting.Of(configuration);
        options.PublicUrl = PublicUrlSetting.Of(configuration);
    }

    private static bool TrySecret(string text, out string secret)
    {
        secret = text;
        return text.Length >= ShortestSecret;
    }

    private static bool TryTrustedOrigin(string text, [MaybeNullWhen(false)] out string origin)
    {
        origin = SettingValues.TryOrigin(text, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null;
        return origin is not null;
    }
}
