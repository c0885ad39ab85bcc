using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>What a reply does (MITI 4.2), each move with the words that show it. Repair moves are found by <see cref="RepairReader"/>.</summary>
internal static class MoveReader
{
    private static readonly (Move Move, PhraseBook Phrases)[] Books =
    [
        (Move.Affirmation, Tables.Phrases("moves", "affirmation")),
        (Move.Validation, Tables.Phrases("moves", "validation")),
        (Move.EmotionalBracketing, Tables.Phrases("moves", "bracketing")),
        (Move.Contracting, Tables.Phrases("moves", "contracting")),
        (Move.SelfDisclosure, Tables.Phrases("moves", "self disclosure")),
        (Move.Information, Tables.Phrases("advice", "information")),
        (Move.Summary, Tables.Phrases("moves", "summary")),
        (Move.Encourager, Tables.Phrases("moves", "encouragers")),
    ];

    private static readonly PhraseBook Stems = Tables.Phrases("moves", "stems");

    public static void Read(ReplyReading reading, FeelingOffer offer, MeaningFinding meaning, bool adds, List<MoveFinding> moves)
    {
        var text = reading.Text;
        if (Reflected(reading, offer, meaning) is { } reflected)
        {
            moves.Add(new MoveFinding(adds ? Move.ReflectionComplex : Move.ReflectionSimple, reflected));
        }

        foreach (var sentence in reading.Sentences)
        {
            switch (sentence.Kind)
            {
                case SentenceKind.OpenQuestion:
                    moves.Add(new MoveFinding(Move.QuestionOpen, sentence.Span));
                    break;
                case SentenceKind.ClosedQuestion:
                    moves.Add(new MoveFinding(Move.QuestionClosed, sentence.Span));
                    break;
                default:
                    break;
            }
        }

        foreach (var (move, phrases) in Books)
        {
            if (phrases.FirstIn(text) is { } span)
            {
                moves.Add(new MoveFinding(move, span));
            }
        }
    }

    /// <summary>The words that give back a feeling, a meaning, or what the client told.</summary>
    private static Span? Reflected(ReplyReading reading, FeelingOffer offer, MeaningFinding meaning)
    {
        if (offer is { Match: not EmotionMatch.Unaddressed, Best: { } best })
        {
            return best.Span;
        }

        if (meaning.Match != MeaningMatch.None && meaning.Spans.Count > 0)
        {
            return meaning.Spans[0];
        }

        var stem = Stems.FirstIn(reading.Text);
        return stem is { } span && reading.KindAt(span.First) == SentenceKind.Statement ? span : null;
    }
}
