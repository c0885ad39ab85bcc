using System.Globalization;
using Microsoft.Extensions.Localization;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Debriefs;
using PracticeBot.Core.Emotions;

namespace PracticeBot.Debriefs;

/// <summary>A look back in the page's language.</summary>
internal sealed class DebriefWords(IStringLocalizer<DebriefText> text)
{
    private const int LongestQuote = 140;

    public string Felt(FeltStatement statement, Debrief debrief) => statement == FeltStatement.Breathed && debrief.Best is { } best
        ? text["FeltBreathed", Said(best)].Value
        : text[$"Felt{statement}"].Value;

    public string Verdict(Verdict verdict) => text[$"Verdict{verdict}"].Value;

    /// <summary>Shortened where it is long, marks of silence where there was none.</summary>
    public string Said(DebriefTurn turn) => Said(turn.Words);

    public string Said(string reply)
    {
        var line = string.Join(' ', reply.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? text["Silence"].Value : line.Length <= LongestQuote ? line : $"{line[..LongestQuote].TrimEnd()}…";
    }

    public string Trust(int change) => change == 0
        ? text["TrustSame"].Value
        : text[change > 0 ? "TrustUp" : "TrustDown", Math.Abs(change)].Value;

    /// <summary>"Shame, strong; with sadness and exhaustion."</summary>
    public string Feeling(FeltEmotion felt)
    {
        var primary = $"{Capital(Name(felt.Primary))}, {text[$"Strength{felt.Intensity.Value}"].Value}";
        return felt.Secondary.Count == 0 ? $"{primary}." : text["FeelingWith", primary, string.Join(", ", felt.Secondary.Select(Name))].Value;
    }

    public string Kinds(MarkedRun run) => string.Join(", ", run.Kinds.Select(kind => text[$"Kind{kind}"].Value));

    /// <summary>What cost something outweighs what met, for the eye too.</summary>
    public static string Class(MarkedRun run) =>
        run.Kinds.Contains(EvidenceKind.Breach) ? "breach" : run.Kinds.Contains(EvidenceKind.Repair) ? "repair" : "met";

    public string Deeds(DebriefTurn turn) => string.Join(", ", turn.Moves.Select(move => text[$"Move{move}"].Value).Concat(turn.Breaches.Select(breach => text[$"Breach{breach}"].Value)));

    /// <summary>The counts under a look back: what, how much, and what it says.</summary>
    public IEnumerable<(string Name, string Value, string? Note)> Counts(Debrief debrief)
    {
        var miti = debrief.Miti;
        if (!miti.IsEnough)
        {
            yield return (text["Miti"], text["MitiTooFew", miti.Coded, MitiSummary.FewestReplies], null);
        }
        else
        {
            yield return (text["MitiRatio"], text["MitiRatioValue", miti.Reflections, miti.Questions], Threshold(miti.RatioReached, "1 : 1", "2 : 1"));
            yield return (text["MitiComplex"], text["MitiComplexValue", Percent(miti.ComplexShare), miti.ComplexReflections, miti.Reflections], Threshold(miti.ComplexReached, "40 %", "50 %"));
        }

        if (debrief.Epitome is { } means)
        {
            yield return (text["Epitome"], text["EpitomeValue", Mean(means.EmotionalReactions), Mean(means.Interpretations), Mean(means.Explorations)], text["EpitomeNote"]);
        }
        else
        {
            yield return (text["Epitome"], text["EpitomeMissing"], null);
        }

        yield return (
            text["FeelingWords"],
            debrief.FeelingWords.Count == 0
                ? text["FeelingWordsNone"].Value
                : string.Join(", ", debrief.FeelingWords.Select(word => word.Times == 1 ? word.Word : string.Create(CultureInfo.InvariantCulture, $"{word.Word} ({word.Times})"))),
            null);
    }

    private string Threshold(MitiThreshold reached, string fair, string good) => text[$"Miti{reached}", fair, good].Value;

    private static string Percent(double? share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round((share ?? 0) * 100)}");

    private static string Mean(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Name(EmotionFamily family) => family.ToString().ToLowerInvariant();

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
