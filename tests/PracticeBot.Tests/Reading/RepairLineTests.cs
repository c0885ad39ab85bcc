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
    /// <summary>Of the lines that the rules were never tuned on, so many are read as they are meant; a floor, raised when the rules get better.</summary>
    private const int FreshLinesRight = 12;

    private static readonly IReadOnlyList<(string Client, string Stages, string Reply)> All = LinesOf("repair-lines.txt");

    public static TheoryData<string, string, string> Lines => [.. All];

    public static TheoryData<string, string, string> Repairs => [.. All.Where(line => line.Stages is not ("-" or "s"))];

    public static TheoryData<string, string, string> LookAlikes => [.. All.Where(line => line.Stages == "-")];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_reply_reaches_the_stages_that_it_is_said_to_reach(string client, string stages, string reply)
    {
        var signs = SignsIn(client, reply);

        Reaches(signs, stages).ShouldBeTrue(signs.ToString());
    }

    [Fact]
    public void Lines_that_the_rules_were_never_tuned_on_are_read_as_they_are_meant()
    {
        var fresh = LinesOf("repair-fresh-lines.txt");
        var wrong = fresh.Where(line => !Reaches(SignsIn(line.Client, line.Reply), line.Stages)).Select(line => $"{line.Stages} | {line.Reply}").ToList();

        (fresh.Count - wrong.Count).ShouldBeGreaterThanOrEqualTo(FreshLinesRight, string.Join(Environment.NewLine, wrong));
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

    private static RepairSigns SignsIn(string client, string reply) => RepairTalk.In(RepairTalk.AfterSlip(client).Hears(reply)).Repair;

    /// <summary>What is owned is often named in the same words, so that naming more than is asked for is no fault; a defence moves nothing on.</summary>
    private static bool Reaches(RepairSigns signs, string stages) => stages switch
    {
        "-" => signs.Defends || !(signs.Acknowledges || signs.Owns || signs.MeetsRuptureFeeling),
        "s" => signs is { Names: true, Defends: false, Acknowledges: false, Owns: false, MeetsRuptureFeeling: false },
        _ => signs is { Names: true, Defends: false }
            && signs.Owns == stages.Contains('o', StringComparison.Ordinal)
            && signs.MeetsRuptureFeeling == stages.Contains('m', StringComparison.Ordinal)
            && (signs.Acknowledges || !stages.Contains('n', StringComparison.Ordinal)),
    };

    private static List<(string Client, string Stages, string Reply)> LinesOf(string file) =>
    [
        .. File.ReadLines(Path.Combine(MiniClients.Folder, file))
            .Select(line => line.Split(" | ", 3))
            .Where(parts => parts.Length == 3 && !parts[0].StartsWith('#'))
            .Select(parts => (parts[0], parts[1], parts[2])),
    ];

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
