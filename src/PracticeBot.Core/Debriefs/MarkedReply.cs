using PracticeBot.Core.Assessments;

namespace PracticeBot.Core.Debriefs;

/// <summary>A stretch of a reply over which the same evidence lies.</summary>
/// <param name="Dimensions">What it is evidence of (<see cref="Evidence.Dimension"/>); empty where nothing is marked.</param>
public sealed record ReplyPart(string Text, IReadOnlyList<string> Dimensions);

/// <summary>Cuts a reply where its evidence begins and ends: spans may overlap, parts do not.</summary>
public static class MarkedReply
{
    /// <summary>The parts in order; together they are the reply, letter for letter.</summary>
    /// <param name="evidence">Spans that do not lie within the reply are left out.</param>
    public static IReadOnlyList<ReplyPart> Parts(string reply, IReadOnlyList<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(evidence);
        var spans = evidence.Where(one => one.Start >= 0 && one.Length > 0 && one.Start + one.Length <= reply.Length).ToList();
        var cuts = spans.SelectMany(one => new[] { one.Start, one.Start + one.Length })
            .Select(cut => IsWithinALetter(reply, cut) ? cut - 1 : cut)
            .Append(0).Append(reply.Length)
            .Distinct().Order().ToList();
        return
        [
            .. cuts.Zip(cuts.Skip(1), (start, end) => new ReplyPart(
                reply[start..end],
                [.. spans.Where(one => one.Start < end && start < one.Start + one.Length).Select(one => one.Dimension).Distinct(StringComparer.Ordinal)])),
        ];
    }

    /// <summary>Between the two halves of a letter that takes two code units.</summary>
    private static bool IsWithinALetter(string reply, int cut) =>
        cut > 0 && cut < reply.Length && char.IsHighSurrogate(reply[cut - 1]) && char.IsLowSurrogate(reply[cut]);
}
