using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Feelings;

/// <summary>Whose feeling a term speaks of: "you feel sad", "I feel sad for you", "they're disappointed in you".</summary>
internal static class HolderReader
{
    private static readonly FrozenSet<string> HelperFeels = Tables.WordsOf("holders", "helper feels");
    private static readonly FrozenSet<string> HelperPerceives = Tables.WordsOf("holders", "helper perceives");
    private static readonly FrozenSet<string> Objects = Tables.WordsOf("holders", "objects");
    private static readonly FrozenSet<string> NounsOfOthers = Tables.WordsOf("holders", "nouns of others");
    private static readonly FrozenSet<string> Verbs = Tables.WordsOf("holders", "verbs");
    private static readonly FrozenSet<string> DoneToSomebody = Tables.WordsOf("holders", "done to somebody");
    private static readonly FrozenSet<string> Anyone = Tables.WordsOf("holders", "anyone");

    private static readonly FrozenSet<string> Prepositions =
        new[] { "with", "to", "in", "at", "of", "on", "around", "for", "about", "from", "by", "near", "towards", "beside", "love", "loves" }
            .ToFrozenSet(StringComparer.Ordinal);

    public static Holder Of(Passage text, Span span)
    {
        var tokens = text.Tokens;
        var sentence = text.SentenceOf(span.First);
        if (Owner(tokens, span, sentence) is { } owner)
        {
            return owner;
        }

        if (ByObject(tokens, span, sentence) is { } holder)
        {
            return holder;
        }

        for (var at = span.First - 1; at >= sentence.First && tokens[at + 1].Break < Break.Strong; at--)
        {
            var word = tokens[at].Text;
            var isObject = at > sentence.First && Prepositions.Contains(tokens[at - 1].Text);
            switch (word)
            {
                case "you" or "yourself" when !isObject:
                    return Holder.Client;
                case "your" when at + 1 < span.First && !NounsOfOthers.Contains(tokens[at + 1].Text):
                    return Holder.Client;
                case "i":
                    return OfHelper(tokens, at, span.First);
                case "he" or "she" or "they" or "we":
                    return Holder.Other;
                default:
                    if (Anyone.Contains(word))
                    {
                        return Holder.Client;
                    }

                    if (NounsOfOthers.Contains(word) && !isObject && at + 1 < sentence.End && Verbs.Contains(tokens[at + 1].Text))
                    {
                        return Holder.Other;
                    }

                    break;
            }
        }

        return IsForOther(tokens, span, sentence) ? Holder.Other : Holder.Client;
    }

    /// <summary>"Your anger", "her deep disappointment": the owner stands at most two words before.</summary>
    private static Holder? Owner(IReadOnlyList<Token> tokens, Span span, Sentence sentence)
    {
        for (var at = span.First - 1; at >= sentence.First && at >= span.First - 3; at--)
        {
            switch (tokens[at].Text)
            {
                case "your":
                    return Holder.Client;
                case "my":
                    return Holder.Helper;
                case "his" or "their" or "her":
                    return Holder.Other;
                case "'s" when at == span.First - 1 && at > sentence.First && NounsOfOthers.Contains(tokens[at - 1].Text):
                    return Holder.Other;
                default:
                    if (WordLists.Function.Contains(tokens[at].Text) || tokens[at].Break != Break.None)
                    {
                        return null;
                    }

                    break;
            }
        }

        return null;
    }

    /// <summary>"He hurt you" is the client's hurt; "you hurt him" is not.</summary>
    private static Holder? ByObject(IReadOnlyList<Token> tokens, Span span, Sentence sentence)
    {
        if (span.Count > 1 || !DoneToSomebody.Contains(tokens[span.First].Text) || span.End >= sentence.End)
        {
            return null;
        }

        var next = tokens[span.End].Text;
        if (next is "you" or "yourself")
        {
            return Holder.Client;
        }

        var at = span.First - 1;
        while (at > sentence.First && Fillers.Contains(tokens[at].Text))
        {
            at--;
        }

        var before = at >= sentence.First ? tokens[at].Text : string.Empty;
        var isFelt = before is "feel" or "feels" or "feeling" or "felt" or "are" or "is" or "be" or "am" or "was" or "were" or "and" or "get" or "sounds";
        return !isFelt && (Objects.Contains(next) || (next is "your" or "her" or "his" or "their")) ? Holder.Other : null;
    }

    private static Holder OfHelper(IReadOnlyList<Token> tokens, int helper, int end)
    {
        var isFeeling = false;
        for (var at = helper + 1; at < end; at++)
        {
            // "I may be off, but is there some shame in that": a new thought, and no longer the helper's.
            if (tokens[at].Break >= Break.Comma || tokens[at].Text is "but" or "if" or "whether" or "that" or "how" or "why" or "there")
            {
                return Holder.Client;
            }

            if (at > helper + 4)
            {
                continue;
            }

            if (HelperPerceives.Contains(tokens[at].Text))
            {
                return Holder.Client;
            }

            isFeeling |= HelperFeels.Contains(tokens[at].Text);
        }

        // Right after "I" the word itself may be what the helper does: "I love", "I hate", "I worry".
        return isFeeling || end == helper + 1 || end == helper + 2 ? Holder.Helper : Holder.Client;
    }

    /// <summary>"That must be frustrating for them."</summary>
    private static bool IsForOther(IReadOnlyList<Token> tokens, Span span, Sentence sentence)
    {
        if (span.End + 1 >= sentence.End || tokens[span.End].Text is not "for")
        {
            return false;
        }

        var next = tokens[span.End + 1].Text;
        return next is "him" or "her" or "them" or "me" or "everyone" or "people"
            || (next is "your" or "his" or "their" && span.End + 2 < sentence.End && NounsOfOthers.Contains(tokens[span.End + 2].Text));
    }
}
