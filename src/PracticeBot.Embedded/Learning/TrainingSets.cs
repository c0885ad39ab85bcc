namespace PracticeBot.Embedded.Learning;

/// <summary>A reply that people have labelled.</summary>
/// <param name="Group">What must not be split between fitting and testing: the post, the talk, the prompt.</param>
/// <param name="Labels">By column name; also the rationales.</param>
public sealed record LabelledReply(string Id, string Group, string Client, string Reply, IReadOnlyDictionary<string, string> Labels)
{
    /// <exception cref="KeyNotFoundException">The data have no such column.</exception>
    public string this[string label] => Labels[label];
}

/// <summary>A text with the emotion that it was written for.</summary>
public sealed record LabelledText(string Text, string Emotion);

/// <summary>What the assessor's weights are fitted to.</summary>
public sealed record TrainingSets(
    IReadOnlyList<LabelledReply> Epitome, IReadOnlyList<LabelledReply> Annomi, IReadOnlyList<LabelledReply> Pair, IReadOnlyList<LabelledText> Emotions);
