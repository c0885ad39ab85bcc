using PracticeBot.Core.Assessments;

namespace PracticeBot.Debriefs;

/// <summary>A run of a reply, and what it was judged by.</summary>
/// <param name="Text">As written.</param>
/// <param name="Kinds">Empty where the run decided nothing.</param>
public sealed record MarkedRun(string Text, IReadOnlyList<EvidenceKind> Kinds);

/// <summary>What evidence stands for, in a learner's terms.</summary>
public enum EvidenceKind
{
    Feeling,
    Strength,
    Meaning,
    Breach,
    Repair,
    Check,
}

/// <summary>Cuts a reply at the ends of its evidence, so that runs never overlap, whatever the evidence does.</summary>
internal static class MarkedText
{
    /// <returns>Runs that together are the reply, letter by letter.</returns>
    public static IReadOnlyList<MarkedRun> Of(string reply, IEnumerable<Evidence> evidence)
    {
        var spans = evidence
            .Select(one => (one.Start, End: one.Start + one.Length, Kind: KindOf(one.Dimension)))
            .Where(one => one.Kind is not null && one.Start >= 0 && one.Start < one.End && one.End <= reply.Length)
            .ToList();
        List<int> cuts = [.. spans.SelectMany(span => new[] { span.Start, span.End }).Append(0).Append(reply.Length).Distinct().Order()];
        return
        [
            .. cuts.Zip(cuts.Skip(1)).Select(run => new MarkedRun(
                reply[run.First..run.Second],
                [.. spans.Where(span => span.Start <= run.First && run.Second <= span.End).Select(span => span.Kind!.Value).Distinct().Order()])),
        ];
    }

    private static EvidenceKind? KindOf(string dimension) => dimension switch
    {
        "accuracy.emotion" => EvidenceKind.Feeling,
        "accuracy.intensity" => EvidenceKind.Strength,
        "accuracy.meaning" => EvidenceKind.Meaning,
        "move.checking" => EvidenceKind.Check,
        _ when dimension.StartsWith("breach.", StringComparison.Ordinal) => EvidenceKind.Breach,
        _ when dimension.StartsWith("move.repair.", StringComparison.Ordinal) => EvidenceKind.Repair,
        _ => null,
    };
}
