using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Puts feeling and meaning together into one judgement of accuracy.</summary>
internal static class AccuracyReader
{
    private const int Strong = 4;
    private const int Understated = -2;

    /// <summary>How likely a reflection must be complex (PAIR) to add something, and to keep what the words already show that it adds.</summary>
    private const double Complex = 0.5;
    private const double StillComplex = 0.05;

    private static readonly PhraseBook Fainter = Tables.Phrases("strength", "fainter before");

    public static Accuracy Read(
        ReplyReading reading, FeelingOffer offer, MeaningFinding meaning, bool isTentative, IReadOnlyList<BreachFinding> breaches, Hearing? hearing)
    {
        var match = offer.Match;
        var difference = offer.IntensityDifference;
        if (offer is { Match: EmotionMatch.Near or EmotionMatch.Exact, Best.Term: { IsPlainName: false } } && offer.Wrong.Count > 0 && !isTentative)
        {
            // An image that fits beside a wrong feeling named as fact: what is named weighs more.
            match = meaning.Match == MeaningMatch.Core ? EmotionMatch.Near : EmotionMatch.Missed;
        }

        if (match == EmotionMatch.Unaddressed && meaning.Match != MeaningMatch.None && IsFaint(reading.Text, meaning))
        {
            difference = reading.Context.Moment.Feels.Intensity.Value >= Strong ? Understated : -1;
        }

        return new Accuracy(match, difference, meaning.Match, isTentative, Adds(reading, offer, meaning, match, difference, breaches, hearing));
    }

    private static Addition Adds(
        ReplyReading reading, FeelingOffer offer, MeaningFinding meaning, EmotionMatch match, int? difference, IReadOnlyList<BreachFinding> breaches, Hearing? hearing)
    {
        if (match is EmotionMatch.Missed or EmotionMatch.Contradicted || (offer.Wrong.Count > 0 && match != EmotionMatch.Unaddressed))
        {
            return Addition.Nothing;
        }

        // A feeling named needs no second opinion; how much a reflection without one adds is what raters of reflections know.
        var beyond = meaning.Match == MeaningMatch.Core && (offer.NamesUnspoken || breaches.Count > 0 || hearing is null
            ? meaning.IsBeyond
            : hearing.Judgement.Level.Probabilities[^1] >= (meaning.IsBeyond ? StillComplex : Complex));
        if (!offer.NamesUnspoken && !beyond)
        {
            return Addition.Nothing;
        }

        var isFull = offer.NamesUnspoken && match == EmotionMatch.Exact && meaning.Match == MeaningMatch.Core
            && meaning.Spans.Any(span => !span.Overlaps(offer.Best!.Span))
            && Math.Abs(difference ?? 0) <= reading.Context.Persona.Rubric.NearIntensity && breaches.Count == 0;
        return isFull ? Addition.FullRange : Addition.Implicit;
    }

    /// <summary>"A bit", "a little": something is made small.</summary>
    public static bool IsFaint(Passage text) => Fainter.IsIn(text);

    /// <summary>"You sometimes let people down a little": the meaning is there, made small.</summary>
    private static bool IsFaint(Passage text, MeaningFinding meaning) => meaning.Spans.Any(span =>
    {
        var sentence = text.SentenceOf(span.First);
        return Fainter.IsIn(text, new Span(sentence.First, sentence.End));
    });
}
