using PracticeBot.Core.Assessments;

namespace PracticeBot.Core.Debriefs;

/// <summary>One thing that a client would say about being understood; the words are the page's language's.</summary>
public enum FeltStatement
{
    WithMe,
    SomeMoments,
    NotReallyHeard,
    MoreAlone,

    /// <summary>The reply that met them best, quoted.</summary>
    Breathed,
    ToldTheCore,
    ToldMore,
    StillMore,
    CameBackForMe,
    NeverPutRight,
    WentQuietUnseen,
    WentQuietSeen,
    HadToGo,
    MadeSmall,
}

/// <summary>What of a talk a client's report rests on: what happened between the two, nothing of what a layer holds.</summary>
/// <param name="TrustChange">From the beginning to the end, -100 to 100.</param>
/// <param name="Verdicts">Of every reply, oldest first.</param>
/// <param name="LayersReached">From 1.</param>
/// <param name="Ruptures">That opened.</param>
/// <param name="Repairs">That were completed.</param>
/// <param name="Withdrawals">Times at which the client drew back quietly.</param>
/// <param name="Noticed">Of those, named or checked in time.</param>
public sealed record FeltTalk(
    double TrustChange, IReadOnlyList<Verdict> Verdicts, int LayersReached, int Layers, int Ruptures, int Repairs, int Withdrawals, int Noticed, bool ClientLeft);

/// <summary>A short felt-understood report: what the client would say of the talk, from state alone.</summary>
public static class FeltUnderstood
{
    /// <summary>Trust gained over a talk from which a client feels accompanied, and lost from which they feel alone. 0 to 100.</summary>
    private const double Accompanied = 8;
    private const double Some = 2;
    private const double Alone = -4;

    /// <returns>Two to five statements, in the order in which they are said; none for a talk without a reply.</returns>
    public static IReadOnlyList<FeltStatement> Of(FeltTalk talk)
    {
        ArgumentNullException.ThrowIfNull(talk);
        if (talk.Verdicts.Count == 0)
        {
            return [];
        }

        const int Most = 5;
        return [.. Said(talk).Take(Most)];
    }

    private static IEnumerable<FeltStatement> Said(FeltTalk talk)
    {
        yield return talk.TrustChange >= Accompanied ? FeltStatement.WithMe
            : talk.TrustChange <= Alone || talk.ClientLeft ? FeltStatement.MoreAlone
            : talk.TrustChange >= Some || talk.Verdicts.Contains(Verdict.Attuned) ? FeltStatement.SomeMoments
            : FeltStatement.NotReallyHeard;

        if (talk.Verdicts.Contains(Verdict.Attuned))
        {
            yield return FeltStatement.Breathed;
        }

        if (talk.ClientLeft)
        {
            yield return FeltStatement.HadToGo;
        }
        else if (talk.Repairs > 0)
        {
            yield return FeltStatement.CameBackForMe;
        }
        else if (talk.Ruptures > 0)
        {
            yield return FeltStatement.NeverPutRight;
        }
        else if (talk.Verdicts.Contains(Verdict.Harmful))
        {
            yield return FeltStatement.MadeSmall;
        }

        if (talk.Withdrawals > talk.Noticed)
        {
            yield return FeltStatement.WentQuietUnseen;
        }
        else if (talk.Noticed > 0)
        {
            yield return FeltStatement.WentQuietSeen;
        }

        yield return talk.LayersReached == talk.Layers ? FeltStatement.ToldTheCore
            : talk.LayersReached > 1 ? FeltStatement.ToldMore
            : FeltStatement.StillMore;
    }
}
