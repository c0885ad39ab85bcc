using System.Globalization;
using Microsoft.Extensions.Options;

namespace PracticeBot.Hosting;

/// <summary>
/// Reads settings one by one. A wrong value stops the host with a sentence that names the key, the fault and an example; the value
/// itself is not repeated, since it may be a secret.
/// </summary>
internal static class Setting
{
    public static OptionsValidationException Fault(string key, string fault, string example) =>
        new(key, typeof(Setting), [$"{key} {fault}. Example: {key}={example}"]);

    /// <summary>The value without blanks around it; null where it is absent or blank.</summary>
    public static string? Text(this IConfiguration configuration, string key) =>
        configuration[key]?.Trim() is { Length: > 0 } text ? text : null;

    public static T Choice<T>(this IConfiguration configuration, string key, T byDefault) where T : struct, Enum
    {
        if (configuration.Text(key) is not { } text)
        {
            return byDefault;
        }

        return !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice)
            ? choice
            : throw Fault(key, $"must be one of {string.Join(", ", Enum.GetNames<T>().Select(Lower))}", Lower(byDefault.ToString()));
    }

    public static TimeSpan Duration(this IConfiguration configuration, string key, TimeSpan byDefault, TimeSpan least, TimeSpan most)
    {
        if (configuration.Text(key) is not { } text)
        {
            return byDefault;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= least && duration <= most
            ? duration
            : throw Fault(key, $"must be a time span from {Plain(least)} to {Plain(most)}", Plain(byDefault));
    }

    /// <summary>A list: the key's children in order, or its own value parted at commas.</summary>
    public static IReadOnlyList<string> List(this IConfiguration configuration, string key)
    {
        var children = configuration.GetSection(key).GetChildren().Select(child => child.Value ?? string.Empty);
        var own = configuration[key]?.Split(',') ?? [];
        return [.. own.Concat(children).Select(item => item.Trim()).Where(item => item.Length > 0)];
    }

    /// <summary>An address of the web without path, query or fragment; null where the text is none.</summary>
    public static Uri? Origin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? uri
            : null;

#pragma warning disable CA1308 // Shown to people, who write these in lower case.
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308

    private static string Plain(TimeSpan duration) => duration.ToString("c", CultureInfo.InvariantCulture);
}
