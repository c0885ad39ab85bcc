using System.Collections.Frozen;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Emotions;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Feelings;

/// <summary>Finds every feeling that a text speaks of: which, how strong, whose, denied or not.</summary>
internal static class FeelingReader
{
    private static readonly FrozenSet<string> Things = Tables.WordsOf("feelings", "things that are felt about");

    public static List<FeelingMention> Read(Passage text)
    {
        var found = new List<FeelingMention>();
        for (var at = 0; at < text.Tokens.Count;)
        {
            if (EmotionLexicon.LongestAt(text, at) is not { } match)
            {
                at++;
                continue;
            }

            var span = new Span(at, match.End);
            if (match.Term.Families.Count == 0 || (IsBright(match.Term) && IsOfThing(text, span)))
            {
                at = match.End;
                continue;
            }

            var strength = StrengthReader.Of(text, span);
            found.Add(new FeelingMention(
                span,
                match.Term,
                StrengthReader.Applied(match.Term.Intensity, strength),
                IsHelpersGladness(text, span, match.Term) ? Holder.Helper : HolderReader.Of(text, span),
                DenialReader.IsDenied(text, span),
                IsBright(match.Term) && WishReader.IsWished(text, span),
                strength));
            at = match.End;
        }

        return found;
    }

    /// <summary>"Even happy things don't get through": the word is the thing's, and nobody feels it.</summary>
    private static bool IsOfThing(Passage text, Span span) =>
        span.Count == 1 && span.End < text.Tokens.Count && text.Tokens[span.End].Break == Break.None && Things.Contains(text.Tokens[span.End].Text);

    /// <summary>"Glad you told me", "proud of you": a bright feeling with no one named, at the beginning, is the helper's.</summary>
    private static bool IsHelpersGladness(Passage text, Span span, EmotionTerm term) =>
        IsBright(term) && term.Family is not (EmotionFamily.Relief or EmotionFamily.Calm) && text.IsBeginning(span.First);

    private static bool IsBright(EmotionTerm term) => term.Family is EmotionFamily.Joy or EmotionFamily.Pride or EmotionFamily.Gratitude
        or EmotionFamily.Hope or EmotionFamily.Love or EmotionFamily.Relief or EmotionFamily.Calm;
}
