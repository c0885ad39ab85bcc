using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Embedded.Clients.Guarding;

/// <summary>The line that a sentence is to stand in.</summary>
public sealed record GuardedLine
{
    // Shared by the copies that differ in what has been shown: a line is checked sentence by sentence against the same talk.
    private readonly HeardWords _heard = new();

    public required Persona Persona { get; init; }

    public required Directive Directive { get; init; }

    /// <summary>The author's own line for the turn: whatever it names may be named.</summary>
    public required string Guide { get; init; }

    /// <summary>The client's lines so far, oldest first.</summary>
    public IReadOnlyList<string> EarlierLines { get; init; } = [];

    /// <summary>What the learner said.</summary>
    public string Reply { get; init; } = string.Empty;

    /// <summary>What of this line has been shown already.</summary>
    public string Released { get; init; } = string.Empty;

    /// <summary>Something is said, unless the author has the client say nothing here; and no more gestures than a line bears.</summary>
    public bool IsSpeech(string text)
    {
        const int MostGestures = 2;
        return text.Count(letter => letter == '*') <= 2 * MostGestures && (SpokenText.Length(text) > 0 || (text.Length > 0 && SpokenText.Length(Guide) == 0));
    }

    internal HeardWords Heard => _heard.Of(this);

    /// <summary>Index of the layer that the client speaks from.</summary>
    public int Layer => Math.Clamp(Directive.Layer, 0, Persona.Layers.Count - 1);

    public static GuardedLine For(Persona persona, Directive directive, VoiceContext context, SpokenLine script)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(script);
        return new GuardedLine
        {
            Persona = persona, Directive = directive, Guide = script.Text, EarlierLines = context.EarlierLines, Reply = context.Reply,
        };
    }
}
