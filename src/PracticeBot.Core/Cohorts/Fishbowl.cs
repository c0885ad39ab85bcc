namespace PracticeBot.Core.Cohorts;

/// <summary>
/// Several learners with one client: one speaks, the others watch, and the turn goes round. Whoever speaks up is in the circle. While a turn
/// is somebody's, only they are heard; while it is nobody's, the first to speak takes it.
/// </summary>
/// <param name="Circle">Who takes part, in the order of their turns; nobody twice.</param>
/// <param name="Holder">Whose turn it is, one of the circle; null where the floor is open.</param>
/// <param name="Absences">How many in a row let their turn go by.</param>
public sealed record Fishbowl(IReadOnlyList<string> Circle, string? Holder, int Absences)
{
    /// <summary>How long a turn waits for the one whose turn it is, minutes; 3 in Teams' pace of a conversation that people follow.</summary>
    public const int PatienceMinutes = 3;

    /// <summary>Nobody has spoken yet.</summary>
    public static Fishbowl Empty { get; } = new([], Holder: null, Absences: 0);

    /// <summary>Whether a reply of theirs would be heard now.</summary>
    public bool Hears(string learner) => Holder is null || Holder == learner;

    /// <summary>They take part from now on; their turn comes last.</summary>
    public Fishbowl Join(string learner) => Circle.Contains(learner, StringComparer.Ordinal) ? this : this with { Circle = [.. Circle, learner] };

    /// <summary>The turn is theirs at once: they began, or take a moment anew.</summary>
    public Fishbowl Give(string learner) => Join(learner) with { Holder = learner, Absences = 0 };

    /// <summary>They have replied, so that the turn goes on.</summary>
    /// <exception cref="InvalidOperationException">It is somebody else's turn.</exception>
    public Fishbowl Replied(string learner) =>
        Hears(learner) ? Join(learner).After(learner) with { Absences = 0 } : throw new InvalidOperationException("It is somebody else's turn.");

    /// <summary>The one whose turn it is hands it on; from anyone else it changes nothing.</summary>
    public Fishbowl Pass(string learner) => Holder == learner ? After(learner) with { Absences = 0 } : this;

    /// <summary>The one whose turn it is does not answer. Where the whole circle was away in turn, nobody is called any more.</summary>
    public Fishbowl Absent() =>
        Holder is null ? this
        : Absences + 1 >= Circle.Count ? this with { Holder = null, Absences = 0 }
        : After(Holder) with { Absences = Absences + 1 };

    /// <summary>They take part no longer.</summary>
    public Fishbowl Leave(string learner)
    {
        if (!Circle.Contains(learner, StringComparer.Ordinal))
        {
            return this;
        }

        var stays = Holder == learner ? After(learner) : this;
        return new Fishbowl(
            [.. Circle.Where(one => one != learner)],
            stays.Holder == learner ? null : stays.Holder,
            Math.Min(Absences, Math.Max(0, Circle.Count - 2)));
    }

    /// <summary>The next one's turn; with nobody else in the circle, anyone's.</summary>
    private Fishbowl After(string learner)
    {
        var at = Circle.ToList().IndexOf(learner);
        return this with { Holder = Circle.Count > 1 ? Circle[(at + 1) % Circle.Count] : null };
    }
}
