using PracticeBot.Core.Turns;

namespace PracticeBot.Embedded.Clients;

/// <summary>A line that could be spoken now.</summary>
internal sealed record Candidate(PreparedLine Line, int Rank, string Text)
{
    /// <summary>Nearness to the reply and the like; the higher, the better.</summary>
    public double Score { get; init; }
}

/// <summary>
/// Chooses among a persona's lines: the exact cause first, then nearness to the reply, then the learner's own words taken up, then
/// what is most about the same thing.
/// A line is not spoken twice in a session while others that fit are left.
/// </summary>
internal static class LineChoice
{
    /// <summary>Nearness that a line must have where only near ones fit.</summary>
    private const double Near = 0.35;

    /// <summary>Likeness that makes a line near that shares no words with the reply.</summary>
    private const double Alike = 0.36;

    /// <summary>Scores and likenesses that differ by less are as good as each other.</summary>
    private const double EvenScore = 0.1;
    private const double EvenLikeness = 0.05;

    /// <summary>For a line that takes up the learner's own words.</summary>
    private const double TakenUp = 0.6;

    /// <summary>For a line that comes back to something said before.</summary>
    private const double ComesBack = 0.3;

    /// <summary>Against two lines in a row that say nothing of her life, or take up a phrase.</summary>
    private const double Alternation = 0.4;

    public static Candidate Choose(Scene scene, IReadOnlyList<string> causes)
    {
        var candidates = Candidates(scene, LineSources.For(scene.Directive, causes));
        return Best(scene, candidates.Where(candidate => !scene.IsSpoken(candidate.Line.Template)))
            ?? Best(scene, Resort(scene, causes[^1]).Where(candidate => !scene.IsSpoken(candidate.Line.Template)))
            ?? Again(scene, candidates.Count > 0 ? candidates : Resort(scene, causes[^1]));
    }

    /// <summary>The best among these lines alone; said again where all of them are spoken, null where there are none.</summary>
    public static Candidate? Among(Scene scene, IEnumerable<PreparedLine> lines)
    {
        var all = lines.Select(line => (Line: line, Text: Filled(scene, line))).Where(line => line.Text is not null)
            .Select(line => Scored(scene, new Candidate(line.Line, 0, line.Text!), favour: 0))
            .ToList();
        var open = all.Where(candidate => !Gives(scene, candidate)).ToList();
        var fit = open.Count > 0 ? open : all;
        return fit.Count == 0 ? null : Best(scene, fit.Where(candidate => !scene.IsSpoken(candidate.Line.Template))) ?? Again(scene, fit);
    }

    /// <summary>The lines of these sources that can be spoken: their slots filled, nothing of a deeper layer given away.</summary>
    public static List<Candidate> Candidates(Scene scene, IEnumerable<LineSource> sources)
    {
        var candidates = new List<Candidate>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in sources.OrderBy(source => source.Rank))
        {
            foreach (var line in Lines(scene, source))
            {
                if (seen.Contains(line.Template) || Filled(scene, line) is not { } text)
                {
                    continue;
                }

                var rank = line.TakesEarlier && scene.Earlier(line) is { IsFitting: true } ? 0 : source.Rank;
                var candidate = Scored(scene, new Candidate(line, rank, text), source.Favour);
                if (!Gives(scene, candidate) && (!source.OnlyIfNear || IsNear(scene, line)))
                {
                    seen.Add(line.Template);
                    candidates.Add(candidate);
                }
            }
        }

        return candidates;
    }

    private static IEnumerable<PreparedLine> Lines(Scene scene, LineSource source) => source.Voice switch
    {
        Voice.Layer => scene.Persona.Lines(scene.Layer, source.Reaction, source.Cause),
        Voice.Persona => scene.Persona.Lines(null, source.Reaction, source.Cause),
        _ => Enumerable.Range(0, scene.Layer).SelectMany(layer => scene.Persona.Lines(layer, source.Reaction, source.Cause)),
    };

    private static IEnumerable<Candidate> Resort(Scene scene, string cause) =>
        LastResort.Lines(scene.Directive.Reaction, cause, Causes.BySeverity(scene.Directive.Severity))
            .Select(line => new Candidate(line, 0, line.Template));

    private static string? Filled(Scene scene, PreparedLine line) =>
        line.Filled(line.TakesPhrase ? scene.Phrase : null, line.TakesEarlier ? scene.Earlier(line)?.Phrase : null);

    private static bool Gives(Scene scene, Candidate candidate) => scene.Persona.GivesAway(candidate.Line, scene.Layer);

    private static Candidate Scored(Scene scene, Candidate candidate, double favour)
    {
        var line = candidate.Line;
        var score = favour + scene.Nearness(line) + (line.TakesPhrase ? TakenUp : line.TakesEarlier ? ComesBack : 0);
        var alternates = scene.Directive.Reaction == Reaction.Continue && line.Layer is null != scene.LastWasGeneral;
        return candidate with { Score = score + (alternates ? Alternation : 0) };
    }

    public static Candidate? Best(Scene scene, IEnumerable<Candidate> candidates)
    {
        var ordered = candidates.OrderBy(candidate => candidate.Rank).ThenByDescending(Rounded).ToList();
        if (ordered.Count == 0)
        {
            return null;
        }

        var first = ordered[0];
        var least = Rounded(first) - (scene.Ear is null ? 0 : EvenScore);
        var even = ordered.TakeWhile(candidate => candidate.Rank == first.Rank && Rounded(candidate) >= least).ToList();
        return even.Count == 1 ? first : MostAlike(scene, even).MinBy(candidate => scene.Chance.Of(candidate.Line.Template));
    }

    private static double Rounded(Candidate candidate) => Math.Round(candidate.Score, 2);

    /// <summary>Those that are most about what was said; all of them where nobody can tell.</summary>
    private static IEnumerable<Candidate> MostAlike(Scene scene, List<Candidate> even)
    {
        var likeness = even.ConvertAll(candidate => scene.Likeness(candidate.Line) ?? 0);
        var least = likeness.Max() - EvenLikeness;
        return even.Where((_, at) => likeness[at] >= least);
    }

    /// <summary>It speaks of what was just said, in the same words or in others.</summary>
    private static bool IsNear(Scene scene, PreparedLine line) => scene.Nearness(line) >= Near || scene.Likeness(line) >= Alike;

    /// <summary>The least recently spoken, a little different.</summary>
    private static Candidate Again(Scene scene, IEnumerable<Candidate> candidates)
    {
        var oldest = candidates
            .OrderBy(candidate => LastSpoken(scene, candidate.Line))
            .ThenBy(candidate => candidate.Rank)
            .ThenBy(candidate => scene.Chance.Of(candidate.Line.Template))
            .First();
        return oldest with { Text = Variation.Of(oldest.Text, scene) };
    }

    private static int LastSpoken(Scene scene, PreparedLine line)
    {
        for (var at = scene.Context.EarlierLines.Count - 1; at >= 0; at--)
        {
            if (line.WasSpokenIn(scene.Context.EarlierLines[at]))
            {
                return at;
            }
        }

        return -1;
    }
}
