namespace PracticeBot.Embedded.Clients;

/// <summary>A client's line, ready to send.</summary>
/// <param name="Text">Stage directions stand between asterisks.</param>
/// <param name="Templates">The persona file's own wording of what was spoken, so that it is not spoken again.</param>
/// <param name="Discloses">The line discloses a feeling that a reply should take up.</param>
/// <param name="Asks">The line asks the learner something.</param>
public sealed record SpokenLine(string Text, IReadOnlyList<string> Templates, bool Discloses, bool Asks)
{
    /// <summary>The same said in other words.</summary>
    public SpokenLine InOtherWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text == Text ? this : this with { Text = text, Asks = SpokenText.Asks(text) };
    }
}
