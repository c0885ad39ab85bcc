using System.Globalization;
using Microsoft.Extensions.Localization;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Debriefs;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Practice;

namespace PracticeBot.Pages;

/// <summary>What stands behind a mark in a reply, for how it is drawn.</summary>
internal enum MarkKind
{
    Nothing,

    /// <summary>What the learner did.</summary>
    Does,

    /// <summary>It met the client.</summary>
    Meets,

    /// <summary>It cost something.</summary>
    Costs,
}

/// <summary>Words of the reply, and what they stand for.</summary>
/// <param name="Quotes">Empty where it is no particular words.</param>
internal sealed record MarkedWords(IReadOnlyList<string> Quotes, MarkKind Kind, string Meaning);

/// <summary>A debrief's findings in a learner's words, never in codes.</summary>
internal sealed class DebriefWords(IStringLocalizer<DebriefText> text)
{
    private const int LongestQuote = 64;

    public string this[string name, params object[] values] => text[name, values];

    /// <param name="quote">The reply that met the client best, for the statement that takes it.</param>
    public string Felt(FeltStatement statement, Tendency tendency, string? quote)
    {
        var own = text[$"Felt{statement}{tendency}", quote ?? string.Empty];
        return own.ResourceNotFound ? text[$"Felt{statement}", quote ?? string.Empty] : own;
    }

    public string Verdict(DebriefTurn turn)
    {
        var verdict = text[$"Verdict{turn.Verdict}"].Value;
        return turn is { IsJudged: true, Feedback.IsSure: false } ? text["Perhaps", verdict] : verdict;
    }

    public string Verdict(Attempt attempt) => text["AttemptVerdict", text[$"Verdict{attempt.Verdict}"].Value, attempt.Trust];

    /// <summary>"Strong shame, and beside it sadness and exhaustion."</summary>
    public string Feeling(FeltEmotion felt)
    {
        var primary = text[$"Strength{felt.Intensity.Value}", Name(felt.Primary)].Value;
        var all = felt.Secondary.Count == 0 ? primary : text["HeldBeside", primary, Listed([.. felt.Secondary.Select(Name)])].Value;
        return $"{char.ToUpper(all[0], CultureInfo.InvariantCulture)}{all[1..]}.";
    }

    /// <summary>The words of the reply that are evidence of something, with what they stand for; then what was done without words.</summary>
    /// <param name="reveals">False where what the client holds stays untold: then only whether the words met it is said.</param>
    public IReadOnlyList<MarkedWords> Marks(DebriefTurn turn, bool reveals)
    {
        if (turn.Assessment is not { } found)
        {
            return [];
        }

        var reply = turn.Turn.Reply;
        var shown = found.Evidence
            .Where(one => one.Start >= 0 && one.Length > 0 && one.Start + one.Length <= reply.Length && Says(one.Dimension, found, reveals))
            .GroupBy(one => (one.Start, one.Length))
            .OrderBy(group => group.Key.Start).ThenBy(group => group.Key.Length)
            .Select(group => (
                Quote: reply.Substring(group.Key.Start, group.Key.Length),
                Kind: group.Max(one => KindOf(one.Dimension, found)),
                Meaning: string.Join("; ", group.Select(one => Meaning(one.Dimension, found, reveals)).Distinct(StringComparer.Ordinal))))
            .GroupBy(mark => (mark.Meaning, mark.Kind))
            .Select(group => new MarkedWords(Widest([.. group.Select(mark => mark.Quote)]), group.Key.Kind, group.Key.Meaning));
        var wordless = found.Moves.Select(move => $"move.{move.Code()}")
            .Where(move => !found.Evidence.Any(one => one.Dimension == move))
            .Select(move => new MarkedWords([], MarkKind.Does, Meaning(move, found, reveals)));
        return [.. shown, .. wordless];
    }

    public static MarkKind KindOf(IEnumerable<string> dimensions, Assessment? found) =>
        found is null ? MarkKind.Nothing : dimensions.Select(dimension => KindOf(dimension, found)).DefaultIfEmpty(MarkKind.Nothing).Max();

    /// <summary>"+4", "-6"; a true minus.</summary>
    public static string Signed(int change) => change.ToString("+0;−0;0", CultureInfo.InvariantCulture);

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static MarkKind KindOf(string dimension, Assessment found) => dimension switch
    {
        "accuracy.emotion" => found.Accuracy.Emotion switch
        {
            EmotionMatch.Exact or EmotionMatch.Near => MarkKind.Meets,
            EmotionMatch.Missed or EmotionMatch.Contradicted => MarkKind.Costs,
            _ => MarkKind.Does,
        },
        "accuracy.meaning" when found.Accuracy.Meaning != MeaningMatch.None => MarkKind.Meets,
        "attunement.presence" or "move.repair.acknowledge" or "move.repair.own" or "move.repair.invite" => MarkKind.Meets,
        "attunement.tone" or "attunement.pace" or "attunement.words" => MarkKind.Costs,
        _ when dimension.StartsWith("breach.", StringComparison.Ordinal) => MarkKind.Costs,
        _ => MarkKind.Does,
    };

    private string Meaning(string dimension, Assessment found, bool reveals)
    {
        var accuracy = found.Accuracy;
        if (!reveals && dimension.StartsWith("accuracy.", StringComparison.Ordinal))
        {
            return text[KindOf(dimension, found) == MarkKind.Meets ? "Mark.accuracy.met" : "Mark.accuracy.other"];
        }

        return text["Mark." + dimension switch
        {
            "accuracy.emotion" => $"{dimension}.{accuracy.Emotion.Code()}",
            "accuracy.meaning" => $"{dimension}.{accuracy.Meaning.Code()}",
            "accuracy.intensity" => $"{dimension}.{Strength(accuracy.IntensityDifference ?? 0)}",
            _ => dimension,
        }];
    }

    /// <summary>Not said: how strong a feeling is that they do not have, and what a breach of the same name says already.</summary>
    private static bool Says(string dimension, Assessment found, bool reveals) => dimension switch
    {
        "accuracy.intensity" => reveals && found.Accuracy.Emotion is EmotionMatch.Exact or EmotionMatch.Near,
        "accuracy.emotion" => !found.Breaches.Contains(Breach.WrongFeelingAsFact) && !found.Breaches.Contains(Breach.Contradiction),
        "move.advice" => !found.Breaches.Contains(Breach.PrematureAdvice),
        "move.self-disclosure" => !found.Breaches.Contains(Breach.SelfFocus),
        _ => true,
    };

    private static string Strength(int difference) =>
        difference < -Rubric.Default.NearIntensity ? "fainter" : difference > Rubric.Default.NearIntensity ? "stronger" : "met";

    private string Name(EmotionFamily family) => text[$"Feeling{family}"];

    private string Listed(IReadOnlyList<string> names) =>
        names.Count == 1 ? names[0] : text["And", string.Join(", ", names.SkipLast(1)), names[^1]];

    /// <summary>Each once, and none that stands within another.</summary>
    private static IReadOnlyList<string> Widest(IReadOnlyList<string> quotes) =>
    [
        .. quotes.Distinct(StringComparer.Ordinal)
            .Where(quote => !quotes.Any(other => other.Length > quote.Length && other.Contains(quote, StringComparison.Ordinal)))
            .Select(Short),
    ];

    /// <summary>The beginning and the end of what is long: it stands in the reply in full.</summary>
    private static string Short(string quote)
    {
        var line = string.Join(' ', quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestQuote)
        {
            return line;
        }

        var words = line.Split(' ');
        return words.Length < 8 ? line : $"{string.Join(' ', words[..4])} … {string.Join(' ', words[^3..])}";
    }
}
