using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Hedges and checks: whether what is offered is offered as a guess. Reflection stems ("it sounds like") are no hedges.</summary>
internal static class TentativenessReader
{
    private static readonly PhraseBook Hedges = Tables.Phrases("moves", "hedges");
    private static readonly PhraseBook Checks = Tables.Phrases("moves", "checks");

    public static List<Span> HedgesIn(Passage text) => Hedges.FindIn(text);

    /// <summary>The words that ask the client to confirm what was offered.</summary>
    public static Span? Check(ReplyReading reading)
    {
        foreach (var sentence in reading.Sentences)
        {
            if (sentence.Kind == SentenceKind.Check)
            {
                return sentence.Span;
            }
        }

        if (Checks.FirstIn(reading.Text) is { } check)
        {
            return check;
        }

        // A closed question that names the feeling or is put as a statement ("You feel ashamed?") asks to confirm it.
        foreach (var sentence in reading.Sentences)
        {
            if (sentence.Kind == SentenceKind.ClosedQuestion && reading.Mentions.Any(mention =>
                mention is { Holder: Holder.Client, IsDenied: false } && sentence.Span.Contains(mention.Span)))
            {
                return sentence.Span;
            }
        }

        return null;
    }
}
