using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Where the blame goes: "others don't appreciate you" moves it outward from a client who turns it on themselves.</summary>
internal static class BlameReader
{
    private static readonly PhraseBook Outward = Tables.Phrases("blame", "outward");

    /// <summary>All that seems to meet the meaning stands in sentences that put it on others.</summary>
    public static bool BlamesOthers(ReplyReading reading, MeaningFinding finding) =>
        finding.Match != MeaningMatch.None && finding.Spans.All(span =>
        {
            var sentence = reading.Text.SentenceOf(span.First);
            return Outward.IsIn(reading.Text, new Span(sentence.First, sentence.End));
        });
}
