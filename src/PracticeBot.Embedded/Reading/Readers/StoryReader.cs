using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>
/// A reflection built from the client's own story, with nothing in it that points elsewhere, is taken to meet the meaning: a picture
/// taken further often names neither feeling nor meaning in the words that a persona's author thought of.
/// </summary>
internal static class StoryReader
{
    private static readonly PhraseBook Outward = Tables.Phrases("blame", "outward");

    /// <param name="found">What the phrases of the meaning have shown: part of it or nothing.</param>
    public static MeaningFinding Read(ReplyReading reading, MeaningFinding found)
    {
        if (found is { Match: MeaningMatch.Core, IsBeyond: true } || found.IsReversed || Outward.IsIn(reading.Text))
        {
            return found;
        }

        var uptake = UptakeReader.Read(reading);
        var isPart = found.Match != MeaningMatch.None && uptake is { IsOfClient: true, NamesClient: true };
        if (!isPart && !uptake.IsReflection && !uptake.IsRestatement)
        {
            return found;
        }

        return found with
        {
            Match = MeaningMatch.Core,
            Spans = found.Spans.Count > 0 ? found.Spans : [reading.Sentences.First(sentence => sentence.Kind != SentenceKind.Check).Span],
            IsBeyond = uptake.AddsToStory,
        };
    }
}
