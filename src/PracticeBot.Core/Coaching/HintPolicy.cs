using PracticeBot.Core.Clients;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;

namespace PracticeBot.Core.Coaching;

/// <summary>Which hint comes next at the moment that waits for a reply.</summary>
public static class HintPolicy
{
    /// <summary>Shorter words carry no meaning of their own.</summary>
    private const int ShortestWord = 4;

    /// <summary>Letters that two forms of a word share: "letting" and "let" do not, "disappoint" and "disappointed" do.</summary>
    private const int Stem = 5;

    private const int FewestWords = 3;

    /// <param name="clientLine">The line that waits for a reply, stage directions between asterisks.</param>
    /// <param name="step">1 to <see cref="Hint.Steps"/>.</param>
    public static Hint For(Persona persona, ClientState state, string clientLine, int step)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(clientLine);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(step, Hint.Steps);

        if (state.Rupture.IsOpen)
        {
            return new Hint.BetweenYou(step);
        }

        var moment = persona.Layers[state.Layer];
        return step switch
        {
            1 => Look(moment, clientLine),
            2 => new Hint.KindOfFeeling(moment.Feels.Primary.Kind()),
            _ => new Hint.StemToBeginWith(moment.Feels.Primary.Kind()),
        };
    }

    /// <summary>The clause that comes nearest to what the client holds; failing that a gesture, failing that the last thing said.</summary>
    private static Hint.WhereToLook Look(Layer moment, string line)
    {
        // Odd parts stand between asterisks; one that begins with a capital is stressed, not done.
        var parts = line.Split('*').Select((part, at) => (Words: part.Trim(), IsGesture: at % 2 == 1 && part.Length > 0 && !char.IsUpper(part[0]))).ToList();
        var gestures = parts.Where(part => part.IsGesture && part.Words.Length > 0).Select(part => part.Words).ToList();
        var clauses = parts.Where(part => !part.IsGesture)
            .SelectMany(part => part.Words.Split(['.', '!', '?', ';', '…', '—', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(clause => clause.Count(char.IsWhiteSpace) + 1 >= FewestWords)
            .ToList();
        var held = Words(string.Join(' ', [moment.Meaning, .. moment.MeaningWords])).ToHashSet(StringComparer.Ordinal);
        // Of those that are equally near the last: what matters most is seldom said first.
        var nearest = clauses.AsEnumerable().Reverse().MaxBy(clause => Words(clause).Count(held.Contains));
        if (nearest is not null && (gestures.Count == 0 || Words(nearest).Any(held.Contains)))
        {
            return new Hint.WhereToLook(nearest.TrimEnd(','), IsGesture: false);
        }

        return gestures.Count > 0 ? new Hint.WhereToLook(gestures[^1], IsGesture: true) : new Hint.WhereToLook(line.Trim(), IsGesture: false);
    }

    private static IEnumerable<string> Words(string text) => text
        .Split([' ', ',', '.', '\'', '’', '"', '“', '”', ':', '!', '?', '-'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length >= ShortestWord)
        .Select(word => word.ToLowerInvariant()[..Math.Min(Stem, word.Length)])
        .Distinct(StringComparer.Ordinal);
}
