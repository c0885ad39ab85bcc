using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Whether a verb tells the client to do something ("try to rest", "you need to let go") or tells of it ("you try to rest").</summary>
internal static class Imperative
{
    private static readonly FrozenSet<string> Verbs = Tables.WordsOf("imperatives", "verbs");
    private static readonly FrozenSet<string> Opens = Tables.WordsOf("imperatives", "opens");
    private static readonly FrozenSet<string> Modals = Tables.WordsOf("imperatives", "modals");
    private static readonly FrozenSet<string> Before = Tables.WordsOf("imperatives", "before to");

    /// <summary>False only for a verb that could be an imperative and is none where it stands.</summary>
    public static bool Allows(Passage text, Span span) =>
        !Verbs.Contains(text.Tokens[span.First].Text) || Stands(text, span.First);

    private static bool Stands(Passage text, int at)
    {
        var first = text.SentenceOf(at).First;
        var before = at - 1;
        if (text.Tokens[at].Break >= Break.Comma)
        {
            return true;
        }

        while (before >= first && Fillers.Contains(text.Tokens[before].Text) && text.Tokens[before + 1].Break < Break.Comma)
        {
            if (text.Tokens[before].Break >= Break.Comma)
            {
                return true;
            }

            before--;
        }

        if (before < first || Opens.Contains(text.Tokens[before].Text))
        {
            return true;
        }

        var word = text.Tokens[before].Text;
        if (Modals.Contains(word))
        {
            return true;
        }

        if (word == "and" && before > first && text.Tokens[before - 1].Text is "try" or "go" or "come")
        {
            return Stands(text, before - 1);
        }

        if (word == "to")
        {
            for (var index = before - 1; index >= first && index >= before - 3; index--)
            {
                if (Before.Contains(text.Tokens[index].Text))
                {
                    return true;
                }
            }
        }

        return text.IsBeginning(at);
    }
}
