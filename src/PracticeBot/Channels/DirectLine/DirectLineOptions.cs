using PracticeBot.Hosting;

namespace PracticeBot.Channels.DirectLine;

/// <summary>How the embedded Direct Line is reached.</summary>
public sealed record DirectLineOptions
{
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
        const int shortestSecret = 16;
        options.Secrets = configuration.List("DirectLine:Secrets");
        if (options.Secrets.Any(secret => secret.Length < shortestSecret))
        {
            throw Setting.Fault("DirectLine:Secrets", $"holds a secret of fewer than {shortestSecret} letters", "2f1c7e0b9a5d4c6e8f3b");
        }

        options.TrustedOrigins =
        [
            .. configuration.List("DirectLine:TrustedOrigins").Select(text => Setting.Origin(text)?.GetLeftPart(UriPartial.Authority)
                ?? throw Setting.Fault(
                    "DirectLine:TrustedOrigins", "holds something that is no origin (scheme, host, port, no path)", "https://school.example")),
        ];
        options.TokenLifetime = configuration.Duration(
            "DirectLine:TokenLifetime", TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
        options.PublicUrl = configuration.Text("PublicUrl") is { } text
            ? Setting.Origin(text) ?? throw Setting.Fault(
                "PublicUrl", "must be an address that begins with http:// or https:// and has no path", "https://practice.example")
            : null;
    }
}
