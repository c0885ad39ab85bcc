using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Sentences in which the helper speaks of themselves alone: "I'm listening", "I'll sign it".</summary>
internal static class HelperReader
{
    public static bool SpeaksOfSelf(Passage text, Span sentence)
    {
        var begins = false;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            switch (text.Tokens[at].Text)
            {
                case "you" or "your" or "yourself" or "there" or "it" or "that":
                    return false;
                case "i" when text.IsBeginning(at):
                    begins = true;
                    break;
                default:
                    break;
            }
        }

        return begins;
    }
}
