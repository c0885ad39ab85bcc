using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Sentences in which the helper speaks of themselves: "I'm listening", "I've not read your file", "I don't know what it's like".</summary>
internal static class HelperReader
{
    /// <summary>How soon after "I" the verb stands that makes what follows the client's: "I can really hear that…".</summary>
    private const int NearVerb = 4;

    private static readonly FrozenSet<string> Perceives = Tables.WordsOf("holders", "helper perceives");
    private static readonly FrozenSet<string> Verbs = Tables.WordsOf("holders", "verbs");

    public static bool SpeaksOfSelf(Passage text, Span sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (text.Tokens[at].Text == "i" && text.IsBeginning(at))
            {
                return !Perceived(text, at, sentence.End) && !SaysWhatClientDoes(text, at, sentence.End);
            }
        }

        return false;
    }

    private static bool Perceived(Passage text, int helper, int end)
    {
        for (var at = helper + 1; at < Math.Min(end, helper + 1 + NearVerb); at++)
        {
            if (Perceives.Contains(text.Tokens[at].Text) && text.Tokens[at].Text is not ("can" or "could"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"I know you feel it's your fault."</summary>
    private static bool SaysWhatClientDoes(Passage text, int helper, int end)
    {
        for (var at = helper + 1; at + 1 < end; at++)
        {
            if (text.Tokens[at].Text == "you" && Verbs.Contains(text.Tokens[at + 1].Text))
            {
                return true;
            }
        }

        return false;
    }
}
