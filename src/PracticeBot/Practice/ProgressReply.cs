using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Skills;
using PracticeBot.Storage;

namespace PracticeBot.Practice;

/// <summary>One stored reply with what it shows.</summary>
/// <param name="Layer">Index of the layer that it met.</param>
/// <param name="Readings">Empty where nothing was judged.</param>
internal sealed record ProgressReply(PracticeTurn Turn, int Layer, IReadOnlyList<SkillReading> Readings)
{
    /// <summary>A session's replies as they were given, every branch of it.</summary>
    public static IReadOnlyList<ProgressReply> Of(Persona persona, PracticeSession session, IReadOnlyList<PracticeTurn> turns)
    {
        var states = turns.ToDictionary(turn => turn.Id, turn => PracticeJson.Read<ClientState>(turn.StateAfter), StringComparer.Ordinal);
        var first = ClientState.FreshAt(persona, Math.Clamp(session.FirstLayer, 0, persona.Layers.Count - 1));
        return [.. turns.Select(turn => Of(persona, turn, turn.ParentId is { } parent ? states[parent] : first, states[turn.Id]))];
    }

    private static ProgressReply Of(Persona persona, PracticeTurn turn, ClientState before, ClientState after) => new(
        turn,
        before.Layer,
        turn.Assessment is { } found
            ? SkillReadings.Of(persona, before, after, PracticeJson.Read<Assessment>(found), turn.Verdict, turn.Level)
            : []);
}
