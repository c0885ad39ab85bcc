using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading.Meanings;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>A reply that offers no feeling and no meaning that the rules can place may still stay with the client.</summary>
internal static class UnplacedReader
{
    /// <summary>Counsellors' talk is read so surely or not at all.</summary>
    private const double Sure = 0.6;

    /// <summary>
    /// A statement about the client stays with them, met or not, unless it makes small; so does what is read as a reflection without a word
    /// of theirs in it.
    /// </summary>
    public static MoveFinding? Read(ReplyReading reading, Hearing? hearing)
    {
        if (AccuracyReader.IsFaint(reading.Text))
        {
            return null;
        }

        if (hearing?.Judgement is { Behaviour: { Value: "reflection" } behaviour } heard && behaviour.Confidence >= Sure)
        {
            var move = ReplyJudge.MoveOf(heard.Behaviour, heard.Reflection, heard.Question) == Move.ReflectionComplex.Code()
                ? Move.ReflectionComplex
                : Move.ReflectionSimple;
            return new MoveFinding(move, reading.Sentences[0].Span);
        }

        return UptakeReader.Read(reading).IsOfClient ? new MoveFinding(Move.ReflectionSimple, reading.Sentences[0].Span) : null;
    }
}
