using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Readers;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Clients.Guarding;

/// <summary>Does it look like something that somebody says?</summary>
internal static partial class SpeechForm
{
    private const int LeastToTellLanguage = 8;

    public static LineFault? FaultOf(string sentence)
    {
        if (Written().IsMatch(sentence) || sentence.Count(letter => letter == '*') % 2 != 0 || sentence.EnumerateRunes().Any(IsNoLetter) || Spelled().IsMatch(sentence))
        {
            return LineFault.NotSpeech;
        }

        var text = Passage.Read(sentence, speller: null);
        return text.WordCount >= LeastToTellLanguage && KindReader.Unreadable(text) is UnavailableReason.AnotherLanguage
            ? LineFault.AnotherLanguage
            : null;
    }

    /// <summary>Letters of other scripts look like ours and read as nothing.</summary>
    private static bool IsForeign(Rune rune) => Rune.IsLetter(rune) && rune.Value is > 0x24F and not (>= 0x1E00 and <= 0x1EFF);

    /// <summary>Pictures, and characters that are not seen or turn the direction of others.</summary>
    private static bool IsNoLetter(Rune rune) => IsForeign(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.OtherSymbol or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        || (Rune.IsControl(rune) && rune.Value != '\n');

    [GeneratedRegex(@"\b(\w[-.]){3,}\w\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spelled();

    [GeneratedRegex(
        @"\*\*|__|^\s*([-•–]\s|\d+[.)]\s|#)|\[[^\]]*\]|[{}<>|`\\]|https?:|www\.|^\s*[-_=]{3,}",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
