namespace PracticeBot.Core.Assessments;

/// <summary>Words of the reply that moved a judgement.</summary>
/// <param name="Start">Offset in UTF-16 code units of the reply as received.</param>
/// <param name="Length">Length in UTF-16 code units, at least 1.</param>
/// <param name="Dimension">accuracy.emotion|intensity|meaning, attunement.tone|pace|words|presence, move.*, breach.*, epitome.*</param>
public readonly record struct Evidence(int Start, int Length, string Dimension)
{
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within <paramref name="reply"/>.</exception>
    public string Quote(string reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return reply.Substring(Start, Length);
    }
}
