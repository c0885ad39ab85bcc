using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Skills;
using PracticeBot.Storage;

namespace PracticeBot.Practice;

/// <summary>One session as progress sees it.</summary>
/// <param name="Persona">The client as that session met them.</param>
/// <param name="Replies">In the order in which they were given.</param>
/// <param name="IsFirst">No earlier session with this client had a reply.</param>
internal sealed record ProgressMeeting(PracticeSession Session, Persona Persona, IReadOnlyList<ProgressReply> Replies, bool IsFirst)
{
    /// <summary>Its readings feed the estimates; a drill's never do, nor do those of a talk stopped for the learner's own safety.</summary>
    public bool Feeds => IsFirst && Session.Kind != PracticeKind.Drill && !IsUnscored;

    public bool IsUnscored => Session.EndReason == EndReasons.Safety;

    /// <summary>
    /// First attempts, made without a hint. Who went back several moments meets what follows a second time, under another parent: only a
    /// reply that goes deeper than all before it is a first one.
    /// </summary>
    public IEnumerable<ProgressReply> FirstAttempts
    {
        get
        {
            var deepest = 0;
            foreach (var reply in Replies)
            {
                if (reply.Turn.Depth > deepest)
                {
                    deepest = reply.Turn.Depth;
                    if (reply.Turn is { Attempt: 1, HintsUsed: 0 })
                    {
                        yield return reply;
                    }
                }
            }
        }
    }

    /// <summary>What the estimates rest on, each reading with the layer that it is of.</summary>
    public IEnumerable<(int Layer, SkillReading Reading)> FirstReadings()
    {
        if (!Feeds)
        {
            yield break;
        }

        ProgressReply? last = null;
        foreach (var reply in FirstAttempts)
        {
            last = reply;
            foreach (var reading in reply.Readings)
            {
                yield return (reply.Layer, reading);
            }
        }

        // A rupture left open counts where it was lived through on a first attempt, and not while the talk may go on.
        if (Session.EndedAt is not null && last?.Turn.Id == Session.HeadTurnId && SkillReadings.AtEnd(PracticeJson.Read<ClientState>(Session.State)) is { } left)
        {
            yield return (last!.Layer, left);
        }
    }

    /// <summary>Unhinted replies that are no first attempt, or none in a first meeting.</summary>
    public IEnumerable<(int Layer, SkillReading Reading)> LaterReadings()
    {
        if (IsUnscored)
        {
            return [];
        }

        var first = Feeds ? FirstAttempts.Select(reply => reply.Turn.Id).ToHashSet(StringComparer.Ordinal) : [];
        return Replies.Where(reply => reply.Turn.HintsUsed == 0 && !first.Contains(reply.Turn.Id))
            .SelectMany(reply => reply.Readings.Select(reading => (reply.Layer, reading)));
    }
}
