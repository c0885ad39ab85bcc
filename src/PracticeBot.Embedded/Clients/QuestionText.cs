using System.Text.RegularExpressions;

namespace PracticeBot.Embedded.Clients;

/// <summary>Brings what is asked in a roundabout or clipped way into the usual form: "where is it you live?", "you been before?".</summary>
internal static partial class QuestionText
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Timeout = 1000;

    /// <param name="text">Lower case, straight apostrophes.</param>
    public static string Straight(string text)
    {
        var straight = Roundabout().Replace(text, " do you ");
        straight = Whereabouts().Replace(straight, "where");
        straight = Clipped().Replace(straight, "have you ");
        return Short().Replace(straight, "do you ");
    }

    [GeneratedRegex(@" (is|was) it( that)? you (?=\w)", Options, Timeout)]
    private static partial Regex Roundabout();

    [GeneratedRegex(@"^whereabouts\b", Options, Timeout)]
    private static partial Regex Whereabouts();

    [GeneratedRegex(@"^(so |and )?you (?=(been|got|had|tried|seen|told)\b)", Options, Timeout)]
    private static partial Regex Clipped();

    [GeneratedRegex(@"\bd'(you|ya|ye) ", Options, Timeout)]
    private static partial Regex Short();
}
