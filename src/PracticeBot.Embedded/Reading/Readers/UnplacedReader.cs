using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Meanings;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>A reply that offers no feeling and no meaning that the rules can place may still stay with the client.</summary>
internal static class UnplacedReader
{
    /// <summary>Counsellors' talk is read so surely or not at all.</summary>
    private const double Sure = 0.6;

    /// <summary>A statement about the client stays with them, met or not, unless it makes small; how deep it goes is what raters know.</summary>
    public static MoveFinding? Read(ReplyReading reading, Hearing? hearing)
    {
        if (AccuracyReader.IsFaint(reading.Text) || !UptakeReader.Read(reading).IsOfClient)
        {
            return null;
        }

        var isComplex = hearing?.Judgement is { Behaviour: { Value: "reflection" } behaviour, Reflection.Value: "complex" } && behaviour.Confidence >= Sure;
        return new MoveFinding(isComplex ? Move.ReflectionComplex : Move.ReflectionSimple, reading.Sentences[0].Span);
    }
}
