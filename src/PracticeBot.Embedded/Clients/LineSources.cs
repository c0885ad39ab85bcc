using PracticeBot.Core.Turns;

namespace PracticeBot.Embedded.Clients;

/// <summary>Which lines may be spoken for a directive: by reaction, then by cause, the layer's own before the persona's.</summary>
internal static class LineSources
{
    /// <summary>Causes that a persona file need not tell apart: the lines for one serve for the other.</summary>
    private static readonly Dictionary<string, string> Kin = new(StringComparer.Ordinal)
    {
        [Causes.Instruction] = Causes.Dismissal,
        [Causes.Defensiveness] = Causes.Judgement,
        [Causes.Contradiction] = Causes.WrongFeeling,
        [Causes.Dismissal] = Causes.Reassurance,
        [Causes.WrongMeaning] = Causes.WrongFeeling,
    };

    /// <summary>The rank from which lines of a rupture go by its severity alone; those below were written for the cause.</summary>
    public const int BySeverity = 4;

    /// <param name="directive">What the client does.</param>
    /// <param name="causes">The directive's cause, before it what the reply's ending asks for, if anything.</param>
    public static IEnumerable<LineSource> For(Directive directive, IReadOnlyList<string> causes)
    {
        var reaction = directive.Reaction;
        var severity = Causes.BySeverity(directive.Severity);
        var isLeaving = reaction is Reaction.Withdraw or Reaction.Confront && directive.Severity >= 3;
        var exact = isLeaving ? [] : causes.SelectMany((cause, at) => Exact(reaction, cause, at == causes.Count - 1 ? 1 : 0));
        return exact.Concat(reaction switch
        {
            Reaction.Answer => Answers(causes[^1]),
            Reaction.Continue => GoingOn(causes[^1]),
            Reaction.Correct => Correcting(causes[^1]),
            Reaction.Withdraw or Reaction.Confront or Reaction.Guarded => InRupture(reaction, directive.Severity, severity),
            Reaction.Settle or Reaction.Unease => Both(reaction, Causes.Other, 1),
            _ => Both(reaction, Causes.Other, 4),
        });
    }

    /// <summary>Short lines that show what in the reply went wrong.</summary>
    public static IEnumerable<LineSource> Shows(string cause) => Both(Reaction.Hesitate, cause, 0);

    private static IEnumerable<LineSource> Exact(Reaction reaction, string cause, int rank)
    {
        yield return new(Voice.Layer, reaction, cause, rank);

        // Going on means saying something of her life: what the layer holds stands before a general word for the cause.
        var isGeneral = (reaction, cause) is (Reaction.Continue, not Causes.Check) or (Reaction.Answer, Causes.OpenQuestion or Causes.Encourager);
        yield return isGeneral ? new(Voice.Persona, reaction, cause, 3, Favour: 0.25) : new(Voice.Persona, reaction, cause, rank + 1);
        if (Kin.TryGetValue(cause, out var kin))
        {
            yield return new(Voice.Layer, reaction, kin, 3);
            yield return new(Voice.Persona, reaction, kin, 3);
        }
    }

    private static IEnumerable<LineSource> Both(Reaction reaction, string cause, int rank)
    {
        yield return new(Voice.Layer, reaction, cause, rank);
        yield return new(Voice.Persona, reaction, cause, rank);
    }

    private static IEnumerable<LineSource> Answers(string cause)
    {
        // What she has to say about the very thing that was asked after comes before anything else.
        if (cause is Causes.OpenQuestion or Causes.ClosedQuestion or Causes.Unknown or Causes.Other)
        {
            yield return new(Voice.Layer, Reaction.Answer, Causes.OpenQuestion, 0, OnlyIfNear: true);
            yield return new(Voice.Layer, Reaction.Answer, Causes.Other, 0, OnlyIfNear: true);
            yield return new(Voice.Layer, Reaction.Answer, Causes.Encourager, 0, OnlyIfNear: true);
            yield return new(Voice.Layer, Reaction.Continue, Causes.Question, 0, OnlyIfNear: true);
            yield return new(Voice.Layer, Reaction.Continue, Causes.Other, 0, OnlyIfNear: true);
            yield return new(Voice.Shallower, Reaction.Continue, Causes.Question, 0, OnlyIfNear: true);
            yield return new(Voice.Shallower, Reaction.Answer, Causes.OpenQuestion, 0, OnlyIfNear: true);
            yield return new(Voice.Shallower, Reaction.Answer, Causes.Other, 0, OnlyIfNear: true);
        }

        if (cause == Causes.Encourager)
        {
            yield return new(Voice.Layer, Reaction.Answer, Causes.Encourager, 0, OnlyIfNear: true);
            yield return new(Voice.Layer, Reaction.Answer, Causes.Other, 0, OnlyIfNear: true);
            yield return new(Voice.Layer, Reaction.Answer, Causes.OpenQuestion, 0, OnlyIfNear: true);
            yield return new(Voice.Layer, Reaction.Continue, Causes.Other, 0, OnlyIfNear: true);
            yield return new(Voice.Layer, Reaction.Continue, Causes.Question, 0, OnlyIfNear: true);
        }

        var invites = cause is Causes.OpenQuestion or Causes.Encourager or Causes.Other;
        if (invites)
        {
            // What the layer holds answers better than a way to stall.
            yield return new(Voice.Layer, Reaction.Answer, Causes.Other, 2);
            yield return new(Voice.Persona, Reaction.Answer, Causes.Other, 3);
            yield return new(Voice.Layer, Reaction.Answer, Causes.OpenQuestion, 4);
            yield return new(Voice.Layer, Reaction.Answer, Causes.Encourager, 4);
            yield return new(Voice.Layer, Reaction.Continue, Causes.Question, 4);
            yield return new(Voice.Layer, Reaction.Continue, Causes.Other, 5);
            yield return new(Voice.Persona, Reaction.Answer, Causes.OpenQuestion, 6);
            yield return new(Voice.Shallower, Reaction.Answer, Causes.Other, 6);
            yield return new(Voice.Shallower, Reaction.Answer, Causes.OpenQuestion, 6);
        }
        else if (cause is Causes.ClosedQuestion or Causes.Risk or Causes.Unknown)
        {
            yield return new(Voice.Persona, Reaction.Answer, Causes.Unknown, 3);
            yield return new(Voice.Layer, Reaction.Answer, Causes.Other, 5);
            yield return new(Voice.Layer, Reaction.Answer, Causes.OpenQuestion, 5);
        }
        else if (cause == Causes.Greeting)
        {
            yield return new(Voice.Layer, Reaction.Answer, Causes.Other, 5);
            yield return new(Voice.Layer, Reaction.Answer, Causes.OpenQuestion, 5);
        }
    }

    /// <summary>Met, she goes on: with what this layer holds, and between whiles with a word about being met.</summary>
    private static IEnumerable<LineSource> GoingOn(string cause)
    {
        // A line that speaks of what was just said comes before any other, but where a yes or no is waited for.
        if (cause is Causes.Feeling or Causes.Meaning or Causes.Question)
        {
            foreach (var near in new[] { Causes.Feeling, Causes.Meaning, Causes.Question, Causes.Other })
            {
                yield return new(Voice.Layer, Reaction.Continue, near, 0, OnlyIfNear: true);
            }
        }

        yield return new(Voice.Layer, Reaction.Continue, Causes.Other, 3);
        yield return new(Voice.Persona, Reaction.Continue, Causes.Other, 3);
        if (cause != Causes.Affirmation)
        {
            yield return new(Voice.Layer, Reaction.Continue, Causes.Feeling, 3);
            yield return new(Voice.Layer, Reaction.Continue, Causes.Meaning, 3);
        }

        yield return new(Voice.Layer, Reaction.Answer, Causes.Encourager, 4);
        yield return new(Voice.Layer, Reaction.Answer, Causes.Other, 4);
        yield return new(Voice.Layer, Reaction.Continue, Causes.Question, 4);
        yield return new(Voice.Layer, Reaction.Answer, Causes.OpenQuestion, 5);
        yield return new(Voice.Shallower, Reaction.Continue, Causes.Other, 6);
        yield return new(Voice.Shallower, Reaction.Continue, Causes.Meaning, 6);
        yield return new(Voice.Shallower, Reaction.Continue, Causes.Feeling, 6);
    }

    private static IEnumerable<LineSource> Correcting(string cause)
    {
        yield return new(Voice.Persona, Reaction.Hesitate, cause, 4);
        yield return new(Voice.Layer, Reaction.Correct, Causes.Other, 5);
        yield return new(Voice.Persona, Reaction.Correct, Causes.Other, 5);
    }

    private static IEnumerable<LineSource> InRupture(Reaction reaction, int level, string severity)
    {
        foreach (var source in Both(reaction, severity, BySeverity))
        {
            yield return source;
        }

        foreach (var source in Both(reaction, Causes.Other, BySeverity + 1))
        {
            yield return source;
        }

        for (var milder = level - 1; milder >= 1; milder--)
        {
            yield return new(Voice.Persona, reaction, Causes.BySeverity(milder), BySeverity + 2 + level - milder);
        }

        // A client whose file knows one way to rupture does the other in it.
        var otherWay = reaction == Reaction.Withdraw ? Reaction.Confront : Reaction.Withdraw;
        yield return new(Voice.Persona, otherWay, severity, BySeverity + 7);
    }
}
