using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Turns away from the feeling: to another subject, to forms and scales, to brighter things. A question about the client's life that the client expects is none.</summary>
internal static class TopicShiftReader
{
    private static readonly PhraseBook Shifts = Tables.Phrases("kinds", "topic shift");
    private static readonly PhraseBook Offs = Tables.Phrases("kinds", "off topic");

    public static Span? Find(ReplyReading reading)
    {
        foreach (var span in Shifts.FindIn(reading.Text))
        {
            if (!Attribution.Covers(reading.Text, span))
            {
                return span;
            }
        }

        return null;
    }

    /// <summary>Speaks of something that has nothing to do with the talk, in words that the client has not used.</summary>
    public static Span? Off(ReplyReading reading)
    {
        foreach (var span in Offs.FindIn(reading.Text))
        {
            var isClients = false;
            for (var at = span.First; at < span.End; at++)
            {
                var token = reading.Text.Tokens[at];
                isClients |= reading.Client.Says(token.Stem) || (!WordLists.Function.Contains(token.Text) && PersonaWords.Of(reading.Context.Persona).Contains(token.Text));
            }

            if (!isClients)
            {
                return span;
            }
        }

        return null;
    }
}
