namespace PracticeBot.Core.Ruptures;

/// <summary>How an open rupture shows (3RS).</summary>
public enum RuptureKind
{
    None,

    /// <summary>Moving away.</summary>
    Withdrawal,

    /// <summary>Moving against.</summary>
    Confrontation,
}

/// <summary>How far a repair has come.</summary>
public enum RepairStage
{
    None,
    Open,

    /// <summary>What happened is named, specifically.</summary>
    Acknowledged,

    /// <summary>The learner has owned their part without defence.</summary>
    Owned,

    /// <summary>The learner has met what the rupture feels like.</summary>
    Reattuned,
    Repaired,
}
