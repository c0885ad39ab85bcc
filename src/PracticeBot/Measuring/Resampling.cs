using PracticeBot.Embedded.Learning;

namespace PracticeBot.Measuring;

/// <summary>Draws whole groups again and again, so that an interval tells how much a figure owes to which posts or talks were in the file.</summary>
internal sealed class Resampling
{
    private const int Times = 500;
    private const double Outside = 0.025;

    private readonly int[] whole;
    private readonly int[][] draws;

    public Resampling(IReadOnlyList<LabelledReply> rows)
    {
        whole = [.. Enumerable.Range(0, rows.Count)];
        var groups = whole.GroupBy(at => rows[at].Group, StringComparer.Ordinal).Select(group => group.ToArray()).ToArray();
#pragma warning disable CA5394 // The same draws each time.
        var random = new Random(1);
        draws = [.. Enumerable.Range(0, Times).Select(_ => Enumerable.Range(0, groups.Length).SelectMany(_ => groups[random.Next(groups.Length)]).ToArray())];
#pragma warning restore CA5394
    }

    public Figure Figure(string task, string label, string measure, Func<int[], double> of)
    {
        var sorted = draws.Select(of).Where(value => !double.IsNaN(value)).Order().ToArray();
        var value = of(whole);
        return sorted.Length == 0
            ? new Figure(label, measure, value, value, value, Baselines.Of(task, label, measure))
            : new Figure(
                label, measure, value, sorted[(int)(Outside * (sorted.Length - 1))], sorted[(int)Math.Ceiling((1 - Outside) * (sorted.Length - 1))],
                Baselines.Of(task, label, measure));
    }
}
