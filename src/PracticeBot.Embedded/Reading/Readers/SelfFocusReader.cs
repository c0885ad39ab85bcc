using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>The helper's own story takes the room: "I know exactly how you feel, when my…".</summary>
internal static class SelfFocusReader
{
    private static readonly PhraseBook SelfFocus = Tables.Phrases("breaches", "self focus");
    private static readonly PhraseBook LookAlikes = Tables.Phrases("breaches", "self focus look alikes");

    public static Span? Find(ReplyReading reading)
    {
        var innocent = LookAlikes.FindIn(reading.Text);
        foreach (var span in SelfFocus.FindIn(reading.Text))
        {
            if (!innocent.Exists(look => look.Overlaps(span)) && !Attribution.Covers(reading.Text, span))
            {
                return span;
            }
        }

        return null;
    }
}
