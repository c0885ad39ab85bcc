using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Emotions;
using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Matches the feelings that a reply offers against those that the client holds.</summary>
internal static class FeelingOfferReader
{
    /// <summary>So many words that name a feeling are a dump, whatever their families.</summary>
    private const int Dump = 5;

    /// <summary>Families so close that one word often serves for both: worry for a fear that is held beside the primary feeling is near.</summary>
    private static readonly (EmotionFamily One, EmotionFamily Other)[] Kin =
    [
        (EmotionFamily.Fear, EmotionFamily.Anxiety), (EmotionFamily.Anger, EmotionFamily.Frustration), (EmotionFamily.Sadness, EmotionFamily.Grief),
        (EmotionFamily.Guilt, EmotionFamily.Regret), (EmotionFamily.Shame, EmotionFamily.Embarrassment),
        (EmotionFamily.Shame, EmotionFamily.Worthlessness), (EmotionFamily.Hurt, EmotionFamily.Rejection),
    ];

    private static readonly EmotionFamily[] Tempers = [EmotionFamily.Anger, EmotionFamily.Frustration, EmotionFamily.Contempt, EmotionFamily.Disgust];

    private static readonly EmotionFamily[] Bright =
    [
        EmotionFamily.Joy, EmotionFamily.Pride, EmotionFamily.Calm, EmotionFamily.Relief, EmotionFamily.Love, EmotionFamily.Gratitude, EmotionFamily.Hope,
    ];

    private static readonly PhraseBook WeightWords = new(Tables.WordsOf("words", "weight").Select(Tables.Parse));

    /// <summary>The intensity is the primary feeling's: how strong a near one is, is known only where the reply makes it stronger or fainter.</summary>
    private static int? Measured((FeelingMention Mention, EmotionMatch Match) best, int? difference) =>
        best is { Match: EmotionMatch.Near, Mention.Strength: Strength.AsItStands } && difference is { } steps ? Math.Clamp(steps, -1, 1) : difference;

    /// <summary>"How long have you been on your own?" asks for a fact; the image in it offers no feeling.</summary>
    private static bool AsksAboutLife(ReplyReading reading, FeelingMention mention)
    {
        var sentence = reading.Sentences.First(read => read.Span.Overlaps(mention.Span));
        return sentence.Kind == SentenceKind.OpenQuestion || UptakeReader.AsksPlainly(reading.Text, sentence);
    }

    public static FeelingOffer Read(ReplyReading reading, bool isTentative)
    {
        var feels = reading.Context.Moment.Feels;
        var offered = reading.Mentions.Where(mention => mention is { Holder: Holder.Client, IsDenied: false, IsWished: false })
            .Where(mention => mention.Term.IsPlainName || !AsksAboutLife(reading, mention))
            .ToList();
        var matched = offered.Select(mention => (Mention: mention, Match: MatchOf(mention.Term, feels))).ToList();
        var best = matched
            .Where(pair => pair.Match is EmotionMatch.Exact or EmotionMatch.Near)
            .OrderBy(pair => pair.Match == EmotionMatch.Exact ? 0 : 1)
            .ThenByDescending(pair => pair.Mention.Intensity)
            .ThenByDescending(pair => pair.Mention.Term.IsPlainName)
            .FirstOrDefault();
        var wrong = matched
            .Where(pair => pair.Match == EmotionMatch.Missed && (IsNamed(reading.Text, pair.Mention) || PointsElsewhere(pair.Mention.Term, feels)))
            .Select(pair => pair.Mention)
            .ToList();
        var denied = best.Mention is null ? Denied(reading, feels) : null;
        if (best.Mention is null)
        {
            var head = wrong.Count > 0 ? wrong[0] : null;
            return new FeelingOffer
            {
                Match = denied is not null ? EmotionMatch.Contradicted : head is null ? EmotionMatch.Unaddressed : EmotionMatch.Missed,
                Best = head,
                IntensityDifference = head is null ? null : head.Intensity - feels.Intensity.Value,
                Wrong = wrong,
                IsList = IsList(offered, reading),
                Denied = denied,
            };
        }

        return new FeelingOffer
        {
            Match = best.Match,
            Best = best.Mention,
            IntensityDifference = Measured(best, Difference(best.Mention, feels.Intensity.Value, reading.Text, isTentative)),
            Wrong = wrong,
            NamesUnspoken = matched.Exists(pair => pair.Match != EmotionMatch.Missed && IsUnspoken(pair.Mention, feels, reading)),
            IsList = IsList(offered, reading),
        };
    }

    /// <summary>A name for a feeling, or an image that "you feel" makes one: "you feel a bit lost".</summary>
    private static bool IsNamed(Passage text, FeelingMention mention)
    {
        const int Near = 3;
        var from = Math.Max(text.SentenceOf(mention.Span.First).First, mention.Span.First - Near);
        return mention.Term.IsPlainName || Enumerable.Range(from, mention.Span.First - from).Any(at => text.Tokens[at].Stem == "feel");
    }

    /// <summary>
    /// Images of sorrow, fear and shame run into each other; one of anger or of gladness ("makes your blood boil") says something else to
    /// a client who holds nothing like it.
    /// </summary>
    private static bool PointsElsewhere(EmotionTerm term, FeltEmotion feels) =>
        (term.Families.All(Tempers.Contains) && !Tempers.Any(feels.Holds)) || (term.Families.All(Bright.Contains) && !Bright.Any(feels.Holds));

    /// <summary>Exact for the primary family; near for a secondary one, a neighbour, or a word that shades into one that is held.</summary>
    public static EmotionMatch MatchOf(EmotionTerm term, FeltEmotion feels)
    {
        var own = feels.Match(term.Family);
        if (own == EmotionMatch.Exact)
        {
            return term.IsVague ? EmotionMatch.Near : EmotionMatch.Exact;
        }

        if (own == EmotionMatch.Near)
        {
            return EmotionMatch.Near;
        }

        return term.Families.Any(feels.Holds) || Kin.Any(pair => IsKinOfHeld(pair, term.Family, feels)) || (!term.IsPlainName && term.Families.Skip(1).Any(family => feels.Match(family) == EmotionMatch.Near))
            ? EmotionMatch.Near
            : EmotionMatch.Missed;
    }

    private static bool IsKinOfHeld((EmotionFamily One, EmotionFamily Other) pair, EmotionFamily offered, FeltEmotion feels) =>
        (pair.One == offered && feels.Holds(pair.Other)) || (pair.Other == offered && feels.Holds(pair.One));

    /// <summary>
    /// Reply minus client. A plain word with nothing beside it says no strength of its own, so that it is at most one step below; weight
    /// elsewhere in the sentence lifts it; "some" counts only where it is stated as a fact.
    /// </summary>
    private static int Difference(FeelingMention mention, int held, Passage text, bool isTentative)
    {
        const int Plain = 3;
        var intensity = mention.Intensity;
        if (mention.Strength != Strength.Fainter)
        {
            var sentence = text.SentenceOf(mention.Span.First);
            if (mention.Strength == Strength.AsItStands && WeightWords.IsIn(text, new Span(sentence.First, sentence.End)))
            {
                intensity = Math.Max(intensity, Math.Min(held, intensity + 1));
            }

            if (!isTentative && StrengthReader.IsSome(text, mention.Span))
            {
                intensity = Math.Max(1, intensity - 1);
            }

            if (mention.Term.Intensity >= Plain)
            {
                return Math.Max(-1, intensity - held);
            }
        }

        return intensity - held;
    }

    /// <summary>Held, and not yet put into words by the client; an image must not be the client's own.</summary>
    private static bool IsUnspoken(FeelingMention mention, FeltEmotion feels, ReplyReading reading)
    {
        if (mention.Term.IsVague || mention.Strength == Strength.Fainter)
        {
            return false;
        }

        var family = mention.Term.Families.FirstOrDefault(feels.Holds, (EmotionFamily)(-1));
        if ((int)family < 0 || (family != mention.Term.Family && mention.Term.IsPlainName && family != feels.Primary))
        {
            return false;
        }

        if (reading.Client.Names(family))
        {
            return false;
        }

        if (!mention.Term.IsIdiom)
        {
            return !reading.Client.Says(reading.Text.Tokens[mention.Span.First].Stem);
        }

        var units = Concepts.UnitsOf(reading.Text, mention.Span);
        return units.Exists(unit => unit.Weight >= 1)
            ? units.Exists(unit => unit.Weight >= 1 && !reading.Client.Speaks(unit))
            : !reading.Client.Feelings.Any(said => said.Term.Family == mention.Term.Family);
    }

    private static bool IsList(List<FeelingMention> offered, ReplyReading reading)
    {
        var names = offered.Where(mention => mention.Term.IsPlainName).ToList();
        return names.Select(mention => mention.Term.Family).Distinct().Count() > reading.Context.Persona.Rubric.MostFamilies
            || names.Select(mention => mention.Term.Text).Distinct(StringComparer.Ordinal).Count() >= Dump;
    }

    /// <summary>"You're not ashamed": a feeling that the client holds or has named, denied in a plain statement.</summary>
    private static FeelingMention? Denied(ReplyReading reading, FeltEmotion feels) => reading.Mentions.FirstOrDefault(mention =>
        mention is { Holder: Holder.Client, IsDenied: true, Term.IsIdiom: false }
        && (mention.Term.Family == feels.Primary || reading.Client.Names(mention.Term.Family))
        && reading.KindAt(mention.Span.First) == SentenceKind.Statement);
}
