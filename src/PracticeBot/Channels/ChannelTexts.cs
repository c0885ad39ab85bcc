using System.Globalization;
using System.Resources;

namespace PracticeBot.Channels;

/// <summary>What the channels say by themselves (ChannelTexts.resx).</summary>
internal static class ChannelTexts
{
    private static readonly ResourceManager Texts = new(typeof(ChannelTexts));

    /// <summary>A turn failed for good.</summary>
    public static string Apology(string? locale) => In(locale, nameof(Apology));

    /// <summary>Files came with a message and were dropped.</summary>
    public static string FilesDropped(string? locale) => In(locale, nameof(FilesDropped));

    /// <summary>Stands in the place of words that were not kept.</summary>
    public static string NotKept(string? locale) => In(locale, nameof(NotKept));

    private static string In(string? locale, string name) => Texts.GetString(name, Culture(locale))!;

    private static CultureInfo Culture(string? locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale ?? string.Empty, predefinedOnly: true);
        }
        catch (ArgumentException)
        {
            return CultureInfo.InvariantCulture;
        }
    }
}
