namespace PracticeBot.Channels;

/// <summary>How a message's text is to be drawn.</summary>
public static class TextFormatTypes
{
    public const string Plain = "plain";
    public const string Markdown = "markdown";
}
