using PracticeBot.Core.Assessments;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Rules;

/// <summary>How far a learner gets by turn 14 who always does the same, at each start and depth of the shipped personas.</summary>
public sealed class PolicyTests
{
    private const int Turns = 14;
    private static readonly double[] Starts = [40, 45, 50];

    public static TheoryData<int, double> Clients => [.. Starts.SelectMany(start => new[] { (4, start), (5, start), (6, start) })];

    [Theory]
    [MemberData(nameof(Clients))]
    public void Always_level_four_reaches_the_core(int layers, double start) =>
        Reached(layers, start, Replies.Level4).ShouldBe(layers);

    [Theory]
    [MemberData(nameof(Clients))]
    public void Always_three_with_checks_reaches_the_third_or_fourth_layer(int layers, double start) =>
        Reached(layers, start, Replies.Level3WithCheck).ShouldBe(layers == 6 ? 4 : 3);

    [Theory]
    [MemberData(nameof(Clients))]
    public void Always_three_plain_reaches_the_second_or_third_layer(int layers, double start) =>
        Reached(layers, start, Replies.Level3).ShouldBe(layers == 6 ? 3 : 2);

    [Theory]
    [MemberData(nameof(Clients))]
    public void Hedging_wrong_listing_words_dumping_feelings_and_apologising_reach_less(int layers, double start)
    {
        var plain = Reached(layers, start, Replies.Level3);
        foreach (var policy in new[] { Replies.TentativeWrong, Replies.FeelingList, Replies.FeelingDump, Replies.OverApology, Replies.Apology })
        {
            Reached(layers, start, policy).ShouldBeLessThan(plain);
        }
    }

    private static int Reached(int layers, double start, Assessment reply)
    {
        var talk = new Talk(Talk.Client(layers: layers, trust: start));
        for (var turn = 0; turn < Turns; turn++)
        {
            talk.Hears(reply);
        }

        return talk.State.Layer + 1;
    }
}
