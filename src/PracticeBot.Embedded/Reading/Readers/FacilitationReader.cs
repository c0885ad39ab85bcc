using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>How a reply invites the client to go on: greeting, contracting, a question, an encourager, thanks, closing.</summary>
internal static class FacilitationReader
{
    private static readonly PhraseBook Risk = Tables.Phrases("moves", "risk");
    private static readonly PhraseBook Closing = Tables.Phrases("moves", "closing");
    private static readonly PhraseBook Greeting = Tables.Phrases("moves", "greeting");
    private static readonly PhraseBook Contracting = Tables.Phrases("moves", "contracting");
    private static readonly PhraseBook Encourager = Tables.Phrases("moves", "encouragers");
    private static readonly PhraseBook Thanks = Tables.Phrases("moves", "thanks");

    public static (Facilitation Kind, Span Span) Read(ReplyReading reading)
    {
        var text = reading.Text;
        var asks = reading.Sentences.Any(sentence => sentence.IsQuestion);
        if (asks && Risk.FirstIn(text) is { } risk && reading.KindAt(risk.First) is SentenceKind.ClosedQuestion or SentenceKind.OpenQuestion)
        {
            return (Facilitation.RiskQuestion, risk);
        }

        if (Greeting.FirstIn(text) is { } greeting && reading.Context.EarlierReplies.Count == 0)
        {
            return (Facilitation.Greeting, greeting);
        }

        if (Contracting.FirstIn(text) is { } contracting)
        {
            return (Facilitation.Contracting, contracting);
        }

        if (Closing.FirstIn(text) is { } closing)
        {
            return (Facilitation.Closing, closing);
        }

        if (First(reading, SentenceKind.OpenQuestion) is { } open)
        {
            return (Facilitation.OpenQuestion, open);
        }

        if (First(reading, SentenceKind.ClosedQuestion) is { } closed)
        {
            return (Facilitation.ClosedQuestion, closed);
        }

        if (reading.Sentences is [{ Kind: SentenceKind.Check } check])
        {
            // With nothing offered it asks how the client sees it.
            return (Facilitation.ClosedQuestion, check.Span);
        }

        if (Encourager.FirstIn(text) is { } encourager)
        {
            return (Facilitation.Encourager, encourager);
        }

        if (Greeting.FirstIn(text) is { } hello)
        {
            return (Facilitation.Greeting, hello);
        }

        return Thanks.FirstIn(text) is { } thanks ? (Facilitation.Thanks, thanks) : (Facilitation.None, default);
    }

    private static Span? First(ReplyReading reading, SentenceKind kind) => reading.Sentences
        .Where(sentence => sentence.Kind == kind)
        .Select(sentence => (Span?)sentence.Span)
        .FirstOrDefault();
}
