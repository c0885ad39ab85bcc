using PracticeBot.Core.Assessments;
using PracticeBot.Core.Coaching;
using PracticeBot.Core.Ruptures;
using PracticeBot.Core.Turns;
using PracticeBot.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Reading;

/// <summary>Repair in learners' words, and what only looks like it, each said right after a slip to a shipped client.</summary>
public sealed class RepairLineTests
{
    private static readonly IReadOnlyList<(string Client, string Stages, string Reply)> All =
    [
        .. File.ReadLines(Path.Combine(MiniClients.Folder, "repair-lines.txt"))
            .Select(line => line.Split(" | ", 3))
            .Where(parts => parts.Length == 3 && !parts[0].StartsWith('#'))
            .Select(parts => (parts[0], parts[1], parts[2])),
    ];

    public static TheoryData<string, string, string> Lines => [.. All];

    public static TheoryData<string, string, string> Repairs => [.. All.Where(line => line.Stages is not ("-" or "s"))];

    public static TheoryData<string, string, string> LookAlikes => [.. All.Where(line => line.Stages == "-")];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_reply_reaches_the_stages_that_it_is_said_to_reach(string client, string stages, string reply)
    {
        var signs = RepairTalk.In(RepairTalk.AfterSlip(client).Hears(reply)).Repair;
        if (stages is "-")
        {
            Moves(signs).ShouldBeFalse(signs.ToString());
            return;
        }

        signs.Defends.ShouldBeFalse(signs.ToString());
        signs.Names.ShouldBe(true, signs.ToString());
        signs.Owns.ShouldBe(stages.Contains('o', StringComparison.Ordinal), signs.ToString());
        signs.MeetsRuptureFeeling.ShouldBe(stages.Contains('m', StringComparison.Ordinal), signs.ToString());

        // What is owned is often named in the same words, so that naming more than is asked for is no fault.
        signs.Acknowledges.ShouldBe(stages.Contains('n', StringComparison.Ordinal) || (signs.Acknowledges && stages is not "s"), signs.ToString());
    }

    [Theory]
    [MemberData(nameof(Repairs))]
    public void A_repair_never_deepens_the_rupture_nor_counts_as_a_miss_and_what_is_asked_for_next_is_not_what_was_just_done(string client, string stages, string reply)
    {
        var turn = RepairTalk.AfterSlip(client).Hears(reply);

        turn.After.Rupture.Severity.ShouldBeLessThanOrEqualTo(
            turn.Before.Rupture.Severity, $"{stages}: {string.Join(", ", RepairTalk.In(turn).Breaches)}");
        turn.Decision.Verdict.ShouldBeOneOf(Verdict.Attuned, Verdict.Partial, Verdict.Neutral);
        RepairTalk.In(turn).Breaches.ShouldNotContain(Breach.WrongFeelingAsFact);
        NudgeAfter(turn).ShouldBe(Next(turn));
    }

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void What_only_looks_like_repair_softens_nobody(string client, string stages, string reply)
    {
        var turn = RepairTalk.AfterSlip(client).Hears(reply);

        turn.After.Rupture.Stage.ShouldBe(RepairStage.Open, stages);
        turn.After.Rupture.Severity.ShouldBeGreaterThan(turn.Before.Rupture.Severity);
        turn.Decision.Verdict.ShouldNotBe(Verdict.Attuned);
        turn.Decision.Directive!.Reaction.ShouldNotBe(Reaction.Soften);
    }

    /// <summary>A reply that defends moves nothing on, whatever it names besides.</summary>
    private static bool Moves(RepairSigns signs) =>
        !signs.Defends && (signs.Acknowledges || signs.Owns || signs.MeetsRuptureFeeling);

    private static Nudge NudgeAfter(PlayedTurn turn) => turn.Feedback!.Nudge;

    private static Nudge Next(PlayedTurn turn) => turn.After.Rupture switch
    {
        RuptureState.Open { Reached: RepairStage.Open } => Nudge.NameWhatHappened,
        RuptureState.Open { Reached: RepairStage.Acknowledged } => Nudge.OwnYourPart,
        RuptureState.Open { Reached: RepairStage.Owned } => Nudge.MeetTheHurt,
        RuptureState.Open => Nudge.StayAfterRepair,
        _ => NudgeAfter(turn),
    };
}
