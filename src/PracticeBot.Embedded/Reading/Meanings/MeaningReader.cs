using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Meanings;

/// <summary>Matches a reply against the client's core message: its phrases in any inflection, order and wording.</summary>
internal static class MeaningReader
{
    /// <summary>Share of a phrase's weight that makes it met.</summary>
    private const double Met = 0.8;

    /// <summary>Share of a phrase's weight that makes it half met.</summary>
    private const double Half = 0.5;

    /// <summary>Least weight by which words out of order meet a phrase: two full words, or one and two slight ones.</summary>
    private const double LeastWeight = 1.4;

    /// <summary>Share of the core message that makes it met, and that makes part of it met.</summary>
    private const double CoreShare = 0.6;
    private const double PartShare = 0.3;
    private const double CoreWeight = 1.8;

    /// <param name="offers">The sentences that offer something; questions that ask openly are left out.</param>
    /// <param name="client">What the client's last line speaks of.</param>
    public static MeaningFinding Read(Passage reply, IReadOnlyList<Span> offers, MomentMeaning moment, ClientWords client)
    {
        var met = new List<Span>();
        var half = new List<Span>();
        var beyond = false;
        var reversed = false;
        var spoken = new List<Unit>();
        foreach (var offer in offers)
        {
            var units = Concepts.UnitsOf(reply, offer);
            spoken.AddRange(units);
            foreach (var phrase in moment.Phrases)
            {
                if (Whole(reply, offer, phrase, units) is { } whole)
                {
                    if (IsReversed(reply, whole, phrase, units))
                    {
                        reversed = true;
                        continue;
                    }

                    met.Add(whole);
                    beyond |= IsBeyond(phrase, client);
                    continue;
                }

                var (share, weight, span) = Share(phrase, units);
                if (span is not { } matched)
                {
                    continue;
                }

                if (Negation.Over(reply, matched, units) != phrase.Denies)
                {
                    reversed |= share >= Met && weight >= LeastWeight && !phrase.Denies;
                }
                else if (share >= Met && weight >= LeastWeight)
                {
                    met.Add(matched);
                    beyond |= IsBeyond(phrase, client);
                }
                else if (share >= Half && weight >= 1)
                {
                    half.Add(matched);
                }
            }
        }

        return Weigh(moment, spoken, met, half, beyond, reversed, client);
    }

    private static MeaningFinding Weigh(
        MomentMeaning moment, List<Unit> spoken, List<Span> met, List<Span> half, bool beyond, bool reversed, ClientWords client)
    {
        if (met.Count > 0)
        {
            return new(MeaningMatch.Core, met, beyond, reversed);
        }

        var core = moment.Core.Where(unit => spoken.Exists(unit.Meets)).ToList();
        var total = moment.Core.Sum(unit => unit.Weight);
        var weight = core.Sum(unit => unit.Weight);
        var share = total > 0 ? weight / total : 0;
        var spans = spoken.Where(unit => core.Exists(unit.Meets)).Select(unit => unit.Span).ToList();
        var isBeyond = core.Exists(unit => unit.Weight >= 1 && !client.Speaks(unit));
        if (share >= CoreShare && weight >= CoreWeight && !reversed)
        {
            return new(MeaningMatch.Core, spans, isBeyond, reversed);
        }

        if (half.Count > 0)
        {
            return new(MeaningMatch.Part, half, false, reversed);
        }

        return share >= PartShare && weight >= 1 ? new(MeaningMatch.Part, spans, false, reversed) : MeaningFinding.None with { IsReversed = reversed };
    }

    private static Span? Whole(Passage reply, Span offer, MeaningPhrase phrase, List<Unit> units) =>
        phrase.StandsIn(reply, offer) is { } span && (phrase.Units.Count > 0 || units.Count > 0 || span.Count > 2) ? span : null;

    private static bool IsReversed(Passage reply, Span span, MeaningPhrase phrase, List<Unit> units) =>
        !phrase.Denies && !Says(phrase) && Negation.Over(reply, span, units);

    /// <summary>The phrase itself holds a word of denial, be it within a turn of phrase.</summary>
    private static bool Says(MeaningPhrase phrase) =>
        phrase.Source.Split(' ').Any(word => WordLists.Negators.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal) || word is "can't");

    private static (double Share, double Weight, Span? Span) Share(MeaningPhrase phrase, List<Unit> units)
    {
        double weight = 0;
        int first = int.MaxValue, end = 0;
        var used = new List<Unit>();
        foreach (var wanted in phrase.Units)
        {
            var best = units.Find(unit => unit.Stem.Length > 0 && unit.Stem == wanted.Stem && !used.Contains(unit))
                ?? units.Find(unit => wanted.Meets(unit) && !used.Exists(other => other.Span.Overlaps(unit.Span)));
            if (best is not null)
            {
                used.Add(best);
                weight += wanted.Weight;
                first = Math.Min(first, best.Span.First);
                end = Math.Max(end, best.Span.End);
            }
        }

        return phrase.Weight > 0 && end > 0 ? (weight / phrase.Weight, weight, new Span(first, end)) : (0, 0, null);
    }

    /// <summary>The phrase says something that the client's last line did not.</summary>
    private static bool IsBeyond(MeaningPhrase phrase, ClientWords client) => phrase.Units.Count > 0
        ? phrase.Units.Any(unit => unit.Weight >= 1 && !client.Speaks(unit)) && !client.Holds(phrase)
        : !client.Holds(phrase);
}
