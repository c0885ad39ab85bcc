using System.Text;

namespace PracticeBot.Embedded.Learning;

/// <summary>A text as some people type it: no capitals, no marks. Models that also learn from such copies do not hang on a question mark.</summary>
internal static class BareTyping
{
    public static string Of(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter) || letter is '\'' or '’')
            {
                bare.Append(char.ToLowerInvariant(letter));
            }
            else if (bare.Length > 0 && bare[^1] != ' ')
            {
                bare.Append(' ');
            }
        }

        return bare.ToString().TrimEnd();
    }
}
