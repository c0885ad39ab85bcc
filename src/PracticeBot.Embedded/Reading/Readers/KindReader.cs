using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>What a reply is before it is judged: silence, out of role, unreadable, in another language.</summary>
internal static partial class KindReader
{
    private const int LeastToTellLanguage = 3;

    /// <summary>So many letters one by one are no words.</summary>
    private const int Spelled = 6;

    private static readonly PhraseBook OutOfRole = Tables.Phrases("kinds", "out of role");
    private static readonly PhraseBook AreYouReal = Tables.Phrases("kinds", "are you real");
    private static readonly FrozenSet<string> Foreign = Tables.WordsOf("languages", "other");

    public static bool IsSilence(Passage text) =>
        text.IsWordless && (text.Directions.Count > 0 || text.Original.All(letter => char.IsWhiteSpace(letter) || char.IsPunctuation(letter) || letter == '…'));

    public static bool SpeaksToMachine(ReplyReading reading) =>
        MachineText().IsMatch(reading.Text.Original) || (OutOfRole.IsIn(reading.Text) && !AsksWhetherReal(reading));

    /// <summary>"Are you real?" is a fact that the client answers.</summary>
    public static bool AsksWhetherReal(ReplyReading reading) => AreYouReal.IsIn(reading.Text);

    /// <summary>Null where the text can be read.</summary>
    public static UnavailableReason? Unreadable(Passage text)
    {
        if (text.IsWordless)
        {
            return UnavailableReason.Unreadable;
        }

        // As typed: mending would make English of anything.
        var typed = Passage.Read(text.Original, speller: null);
        int english = 0, foreign = 0, known = 0, words = 0, otherScript = 0;
        foreach (var token in typed.Tokens)
        {
            if (token.Text == "'s")
            {
                continue;
            }

            words++;
            otherScript += token.Text.Any(letter => letter > 'ɏ' && char.IsLetter(letter)) ? 1 : 0;
            foreign += Foreign.Contains(token.Text) ? 1 : 0;
            english += WordLists.Function.Contains(token.Text) && !Foreign.Contains(token.Text) ? 1 : 0;
            known += Vocabulary.Knows(token.Text) ? 1 : 0;
        }

        if (words >= Spelled && typed.Tokens.Count(token => token.Text.Length == 1) * 2 > words)
        {
            return UnavailableReason.Unreadable;
        }

        var isStrange = words > LeastToTellLanguage && english == 0 && known * 2 <= words;
        if (isStrange || otherScript * 2 > words || (words >= LeastToTellLanguage && foreign > english && foreign * 4 >= words))
        {
            return UnavailableReason.AnotherLanguage;
        }

        return known > 0 || text.Tokens.Any(token => Vocabulary.Knows(token.Text)) ? null : UnavailableReason.Unreadable;
    }

    /// <summary>
    /// Code, markup, data and the labels of roles, which nobody says to a client. Square brackets and asterisks are gestures.
    /// </summary>
    [GeneratedRegex(
        """```|\{\s*["{%#]|["'\w]\s*["']\s*:\s*["{\[\d]|</?[a-z][^>]*>|<\||\$\{|\[/?INST\]|^\s*#{2,}|^\W*(system|assistant|assessor|user|developer|grader|client|learner)\s*:|^\s*(say|write|type|repeat|output)\s*["“]|\]\(|https?://|\w\(["']|--\s*$|\b(drop\s+table|sudo|curl)\b""",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachineText();
}
