using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Saying sorry: for what the helper did, not for what the client bears; and saying it too much.</summary>
internal static class ApologyReader
{
    private static readonly PhraseBook Apologies = Tables.Phrases("repair", "apologises");
    private static readonly PhraseBook Sympathy = Tables.Phrases("repair", "sympathy sorry");
    private static readonly PhraseBook Too = Tables.Phrases("repair", "over apology");

    /// <summary>Apologies for the helper's own doing.</summary>
    public static List<Span> In(Passage text)
    {
        var sympathy = Sympathy.FindIn(text);
        return Apologies.FindIn(text).FindAll(apology => !sympathy.Exists(sorry => sorry.Overlaps(apology)) && !IsClients(text, apology));
    }

    /// <summary>Twice sorry, or grovelling.</summary>
    public static Span? TooMuch(Passage text, List<Span> apologies) =>
        apologies.Count > 1 ? new Span(apologies[0].First, apologies[^1].End)
        : apologies.Count == 1 ? Too.FirstIn(text)
        : null;

    /// <summary>"You keep saying sorry", "you don't have to be sorry".</summary>
    private static bool IsClients(Passage text, Span apology)
    {
        for (var at = apology.First - 1; at >= Math.Max(text.SentenceOf(apology.First).First, apology.First - 5); at--)
        {
            if (text.Tokens[at].Text is "you" or "your")
            {
                return true;
            }

            if (text.Tokens[at].Text is "i")
            {
                return false;
            }
        }

        return false;
    }
}
