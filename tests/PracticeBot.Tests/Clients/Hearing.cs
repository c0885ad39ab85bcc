using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;

namespace PracticeBot.Tests.Clients;

/// <summary>A talk with the scripted client: remembers what was said, as a session does.</summary>
internal sealed class Hearing(Persona persona, int seed = 1)
{
    private readonly HashSet<string> spoken = new(StringComparer.Ordinal);
    private readonly List<string> lines = [];
    private readonly List<string> replies = [];

    public static readonly ScriptedClient Client = new();

    public IReadOnlyList<string> Lines => lines;

    public VoiceContext Context(string reply) => new()
    {
        Reply = reply, EarlierLines = [.. lines], EarlierReplies = [.. replies], Spoken = spoken.ToHashSet(StringComparer.Ordinal), Seed = seed,
    };

    public SpokenLine Open() => Heard(Client.Open(persona, Context(string.Empty)), string.Empty);

    public SpokenLine Says(string reply, Reaction reaction, string cause = Causes.Other, int layer = 0, double trust = 60, int severity = 0) =>
        Heard(Client.Speak(persona, To(reaction, cause, layer, trust, severity), Context(reply)), reply);

    public static Directive To(Reaction reaction, string cause = Causes.Other, int layer = 0, double trust = 60, int severity = 0) => new()
    {
        Reaction = reaction, Cause = cause, Layer = layer, Trust = trust, Distress = 50, Severity = severity,
    };

    private SpokenLine Heard(SpokenLine line, string reply)
    {
        spoken.UnionWith(line.Templates);
        lines.Add(line.Text);
        replies.Add(reply);
        return line;
    }
}
