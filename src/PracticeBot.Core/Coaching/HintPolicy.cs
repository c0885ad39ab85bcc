using PracticeBot.Core.Clients;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;

namespace PracticeBot.Core.Coaching;

/// <summary>Which hint comes next at the moment that waits for a reply.</summary>
public static class HintPolicy
{
    /// <summary>Shorter words carry no meaning of their own.</summary>
    private const int ShortestWord = 4;

    /// <summary>Letters that two forms of a word share: "letting" and "let" do not, "disappoint" and "disappointed" do.</summary>
    private const int Stem = 5;

    private const int FewestWords = 3;

    /// <summary>So many lines before the last are looked through.</summary>
    private const int LinesBack = 3;

    /// <param name="clientLines">What the client said so far, oldest first, stage directions between asterisks; the last one waits for a reply.</param>
    /// <param name="step">1 to <see cref="Hint.Steps"/>.</param>
    public static Hint For(Persona persona, ClientState state, IReadOnlyList<string> clientLines, int step)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(clientLines);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, Hint.Steps);

        // A quiet withdrawal is for the learner to see: no hint tells of it before they were asked.
        if (state.Rupture is RuptureState.Open rupture
            && (rupture.InForce == RuptureKind.Confrontation || rupture.IsNoticed || rupture.Replies >= persona.Rubric.RepliesToNotice))
        {
            return new Hint.BetweenYou(step);
        }

        var moment = persona.Layers[state.Layer];
        return step switch
        {
            1 => Look(moment, clientLines),
            2 => new Hint.KindOfFeeling(moment.Feels.Primary.Kind()),
            _ => new Hint.StemToBeginWith(moment.Feels.Primary.Kind()),
        };
    }

    /// <summary>
    /// The clause of the last line that comes nearest to what the client holds; failing that a gesture in it; failing that the nearest clause
    /// of the lines before; failing all, the last thing said.
    /// </summary>
    private static Hint.WhereToLook Look(Layer moment, IReadOnlyList<string> lines)
    {
        var held = Words(string.Join(' ', [moment.Meaning, .. moment.MeaningWords])).ToHashSet(StringComparer.Ordinal);
        var (clauses, gestures) = Parts(lines[^1]);
        return Nearest(clauses, held)
            ?? (gestures.Count > 0 ? new Hint.WhereToLook(gestures[^1], IsGesture: true) : null)
            ?? lines.Reverse().Skip(1).Take(LinesBack).Select(line => Nearest(Parts(line).Clauses, held)).FirstOrDefault(found => found is not null)
            ?? new Hint.WhereToLook(clauses.Count > 0 ? clauses[^1] : lines[^1].Trim(), IsGesture: false);
    }

    /// <summary>Of those that are equally near the last: what matters most is seldom said first.</summary>
    private static Hint.WhereToLook? Nearest(IEnumerable<string> clauses, HashSet<string> held) =>
        clauses.Reverse().MaxBy(clause => Words(clause).Count(held.Contains)) is { } nearest && Words(nearest).Any(held.Contains)
            ? new Hint.WhereToLook(nearest.TrimEnd(','), IsGesture: false)
            : null;

    private static (IReadOnlyList<string> Clauses, IReadOnlyList<string> Gestures) Parts(string line)
    {
        // Odd parts stand between asterisks; one that begins with a capital is stressed, not done.
        var parts = line.Split('*').Select((part, at) => (Words: part.Trim(), IsGesture: at % 2 == 1 && part.Length > 0 && !char.IsUpper(part[0]))).ToList();
        var clauses = parts.Where(part => !part.IsGesture)
            .SelectMany(part => part.Words.Split(['.', '!', '?', ';', '…', '—', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(clause => clause.Count(char.IsWhiteSpace) + 1 >= FewestWords);
        return ([.. clauses], [.. parts.Where(part => part.IsGesture && part.Words.Length > 0).Select(part => part.Words)]);
    }

    private static IEnumerable<string> Words(string text) => text
        .Split([' ', ',', '.', '\'', '’', '"', '“', '”', ':', '!', '?', '-'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= ShortestWord)
        .Select(word => word.ToLowerInvariant()[..Math.Min(Stem, word.Length)])
        .Distinct(StringComparer.Ordinal);
}
