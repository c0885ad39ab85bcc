namespace PracticeBot.Embedded.Clients.Guarding;

/// <summary>What has been said in a talk, taken apart once for all sentences of a line.</summary>
internal sealed class HeardWords
{
    private IReadOnlyList<HashSet<string>>? _lines;

    /// <summary>What was talked about so far, the author's line for the turn included.</summary>
    public HashSet<string> Concepts { get; private set; } = [];

    /// <summary>Runs of words of each earlier line of the client's.</summary>
    public IReadOnlyList<HashSet<string>> Lines => _lines ?? [];

    /// <summary>Runs of words of the learner's reply.</summary>
    public HashSet<string> Reply { get; private set; } = [];

    /// <summary>Everything that was said.</summary>
    public IReadOnlyList<string> Texts { get; private set; } = [];

    public HeardWords Of(GuardedLine line)
    {
        if (_lines is null)
        {
            Texts = [line.Guide, line.Reply, .. line.EarlierLines];
            Concepts = [.. Texts.SelectMany(Words.Concepts)];
            Reply = Repetition.Runs(line.Reply);
            _lines = [.. line.EarlierLines.Select(Repetition.Runs)];
        }

        return this;
    }
}
