using System.Globalization;

namespace PracticeBot.Hosting;

/// <summary>The kinds of values that settings have.</summary>
internal static class SettingValues
{
    /// <summary>The value without blanks around it; null where it is absent or blank.</summary>
    public static string? Text(this IConfiguration configuration, string key) =>
        configuration[key]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>One of an enumeration's names.</summary>
    public static Setting<T> Choice<T>(string key, T byDefault, string what, params string[] notBuiltYet) where T : struct, Enum
    {
        return new Setting<T>(key, byDefault, TryRead)
        {
            Default = Lower(byDefault.ToString()),
            Range = string.Join(" or ", Enum.GetNames<T>().Select(Lower)),
            Example = Lower(byDefault.ToString()),
            What = what,
            NotBuiltYet = notBuiltYet,
        };

        static bool TryRead(string text, out T value) =>
            Enum.TryParse(text, ignoreCase: true, out value) && !char.IsAsciiDigit(text[0]) && Enum.IsDefined(value);
    }

    public static Setting<TimeSpan> Duration(string key, TimeSpan byDefault, TimeSpan least, TimeSpan most, string what, bool isBuilt = true)
    {
        return new Setting<TimeSpan>(key, byDefault, TryRead)
        {
            Default = Plain(byDefault),
            Range = $"a time span from {Plain(least)} to {Plain(most)}",
            Example = Plain(byDefault),
            What = what,
            IsBuilt = isBuilt,
        };

        bool TryRead(string text, out TimeSpan value) =>
            TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
    }

    public static Setting<int> Number(string key, int byDefault, int least, int most, string unit, string what, bool isBuilt = true)
    {
        return new Setting<int>(key, byDefault, TryRead)
        {
            Default = byDefault.ToString(CultureInfo.InvariantCulture),
            Range = string.Create(CultureInfo.InvariantCulture, $"a number of {unit} from {least} to {most}"),
            Example = byDefault.ToString(CultureInfo.InvariantCulture),
            What = what,
            IsBuilt = isBuilt,
        };

        bool TryRead(string text, out int value) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
    }

    /// <summary>Any text that is not blank.</summary>
    public static bool AnyText(string text, out string value)
    {
        value = text;
        return true;
    }

    /// <summary>An address of the web.</summary>
    public static bool TryWebAddress(string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.UserInfo.Length == 0;

    /// <summary>An address of the web without path, query or fragment.</summary>
    public static bool TryOrigin(string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Uri origin) =>
        TryWebAddress(text, out origin) && origin is { PathAndQuery: "/", Fragment: "" };

    /// <summary>A language, with a country or without one; environment variables can't hold a hyphen, so _ stands for it too.</summary>
    public static bool TryLocale(string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string locale)
    {
        locale = null;
        try
        {
            locale = CultureInfo.GetCultureInfo(text.Replace('_', '-'), predefinedOnly: true).Name;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }

        return locale.Length > 0;
    }

#pragma warning disable CA1308 // Shown to people, who write these in lower case.
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308

    private static string Plain(TimeSpan duration) => duration.ToString("c", CultureInfo.InvariantCulture);
}
