using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;

namespace PracticeBot.Core.Debriefs;

/// <summary>One reply as the client took it.</summary>
/// <param name="Events">What it changed in the client, in order.</param>
/// <param name="After">Where the client stood after it.</param>
public sealed record TakenReply(Verdict Verdict, IReadOnlyList<ClientEvent> Events, ClientState After);

/// <summary>Something that a client would say about being understood. The words are the page's language's; none of them names a feeling.</summary>
public enum FeltStatement
{
    /// <summary>Too little was said to tell.</summary>
    HardlyBegun,
    MuchCloser,
    Closer,
    NoCloser,
    Further,

    /// <summary>The reply that met them best; its words go into the sentence.</summary>
    Met,

    /// <summary>Something wounded, and was not repaired.</summary>
    WoundStays,
    WoundEased,

    /// <summary>Something wounded and has eased, though nobody spoke of it.</summary>
    WoundFaded,

    /// <summary>Moved away, and stayed away.</summary>
    SteppedBack,
    CameBack,

    /// <summary>Moved against, and it still lies between the two.</summary>
    PushedBack,
    PushedAndStayed,

    /// <summary>Reached the core.</summary>
    SaidItAll,
    WentDeeper,
    KeptToTheSurface,

    /// <summary>Ended the talk.</summary>
    Left,
    WouldComeBack,
    MightNotComeBack,
    WouldTryAgain,
}

/// <summary>
/// What the client would say about being understood: two to five statements, in the order in which a person would say them. Chosen from
/// trust, layers and ruptures alone, so that nothing of what was not reached can be in them.
/// </summary>
public static class FeltUnderstood
{
    /// <summary>Trust gained, in points of 100, from which the client came closer.</summary>
    public const double CloserFrom = 3;

    /// <summary>Trust gained, in points of 100, from which the client came much closer.</summary>
    public const double MuchCloserFrom = 10;

    /// <summary>Replies below which there is little to say, unless something happened.</summary>
    public const int FewestReplies = 2;

    /// <summary>Replies from which it says something that no layer opened.</summary>
    public const int RepliesToOpen = 4;

    /// <param name="start">Where the client stood before the first reply.</param>
    /// <param name="replies">Those of the final branch, the first one first.</param>
    public static IReadOnlyList<FeltStatement> Of(Persona persona, ClientState start, IReadOnlyList<TakenReply> replies)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(replies);
        var end = replies.Count > 0 ? replies[^1].After : start;
        var events = replies.SelectMany(reply => reply.Events).ToList();
        FeltStatement?[] said =
        [
            Overall(end.Trust - start.Trust, replies.Count, events),
            replies.Any(reply => reply.Verdict == Verdict.Attuned) ? FeltStatement.Met : null,
            Between(end, events),
            Depth(persona, start, end, replies.Count),
            Closing(start, end, events),
        ];
        return [.. said.OfType<FeltStatement>()];
    }

    private static FeltStatement Overall(double change, int replies, List<ClientEvent> events) => change switch
    {
        _ when replies < FewestReplies && !events.OfType<ClientEvent.RuptureOpened>().Any() => FeltStatement.HardlyBegun,
        >= MuchCloserFrom => FeltStatement.MuchCloser,
        >= CloserFrom => FeltStatement.Closer,
        <= -CloserFrom => FeltStatement.Further,
        _ => FeltStatement.NoCloser,
    };

    /// <summary>What stood between the two: a wound before anything else, else the last rupture.</summary>
    private static FeltStatement? Between(ClientState end, List<ClientEvent> events)
    {
        if (events.OfType<ClientEvent.RuptureOpened>().LastOrDefault() is not { Rupture: var last })
        {
            return null;
        }

        var isMended = !end.Rupture.IsOpen && !end.HasLeft;
        if (events.OfType<ClientEvent.Harmed>().Any())
        {
            var isRepaired = events.OfType<ClientEvent.RuptureRepaired>().LastOrDefault() is { IsRepair: true };
            return isMended ? isRepaired ? FeltStatement.WoundEased : FeltStatement.WoundFaded : FeltStatement.WoundStays;
        }

        return (last.InForce, isMended) switch
        {
            (RuptureKind.Confrontation, true) => FeltStatement.PushedAndStayed,
            (RuptureKind.Confrontation, false) => FeltStatement.PushedBack,
            (_, true) => FeltStatement.CameBack,
            (_, false) => FeltStatement.SteppedBack,
        };
    }

    private static FeltStatement? Depth(Persona persona, ClientState start, ClientState end, int replies)
    {
        if (end.Layer == start.Layer)
        {
            return replies >= RepliesToOpen ? FeltStatement.KeptToTheSurface : null;
        }

        return end.Layer == persona.Layers.Count - 1 ? FeltStatement.SaidItAll : FeltStatement.WentDeeper;
    }

    private static FeltStatement Closing(ClientState start, ClientState end, List<ClientEvent> events)
    {
        var change = end.Trust - start.Trust;
        return end switch
        {
            { HasLeft: true } => FeltStatement.Left,
            { Rupture.IsOpen: true } => FeltStatement.MightNotComeBack,
            _ when change >= CloserFrom || (change > -CloserFrom && events.OfType<ClientEvent.RuptureRepaired>().Any(over => over.IsRepair)) => FeltStatement.WouldComeBack,
            _ when change <= -CloserFrom => FeltStatement.MightNotComeBack,
            _ => FeltStatement.WouldTryAgain,
        };
    }
}
