using FsCheck;
using FsCheck.Fluent;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Debriefs;
using PracticeBot.Debriefs;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Debriefs;

/// <summary>What a look back counts, says and marks.</summary>
public sealed class DebriefPartsTests
{
    private static readonly FeltTalk Plain = new(3, [Verdict.Partial, Verdict.Attuned], 2, 6, Ruptures: 0, Repairs: 0, Withdrawals: 0, Noticed: 0, ClientLeft: false);

    [Fact]
    public void A_reply_counts_once_for_each_behaviour_and_a_complex_reflection_before_a_simple_one()
    {
        var miti = MitiSummary.Of([[Move.ReflectionSimple, Move.ReflectionComplex, Move.QuestionOpen, Move.QuestionClosed], [Move.ReflectionSimple], [], [Move.QuestionClosed]]);

        miti.ShouldBe(new MitiSummary(Coded: 3, SimpleReflections: 1, ComplexReflections: 1, Questions: 2));
        miti.RatioReached.ShouldBe(MitiThreshold.Fair);
        miti.ComplexReached.ShouldBe(MitiThreshold.Good);
        miti.IsEnough.ShouldBeFalse();
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Counts_say_something_from_ten_coded_replies_on(int replies, bool isEnough) =>
        MitiSummary.Of(Enumerable.Repeat<IReadOnlyList<Move>>([Move.Encourager], replies)).IsEnough.ShouldBe(isEnough);

    [Theory]
    [InlineData(0, 0, MitiThreshold.Below)]
    [InlineData(3, 0, MitiThreshold.Good)]
    [InlineData(1, 2, MitiThreshold.Below)]
    [InlineData(2, 2, MitiThreshold.Fair)]
    [InlineData(4, 2, MitiThreshold.Good)]
    public void Thresholds_are_those_of_the_manual(int reflections, int questions, MitiThreshold reached) =>
        new MitiSummary(10, reflections, 0, questions).RatioReached.ShouldBe(reached);

    [Fact]
    public void A_client_says_what_happened_between_the_two()
    {
        FeltUnderstood.Of(Plain with { TrustChange = 12 })[0].ShouldBe(FeltStatement.WithMe);
        FeltUnderstood.Of(Plain with { TrustChange = -8 })[0].ShouldBe(FeltStatement.MoreAlone);
        FeltUnderstood.Of(Plain with { TrustChange = 0, Verdicts = [Verdict.Missed] })[0].ShouldBe(FeltStatement.NotReallyHeard);
        FeltUnderstood.Of(Plain with { Ruptures = 1, Repairs = 1 }).ShouldContain(FeltStatement.CameBackForMe);
        FeltUnderstood.Of(Plain with { Ruptures = 1 }).ShouldContain(FeltStatement.NeverPutRight);
        FeltUnderstood.Of(Plain with { Withdrawals = 1 }).ShouldContain(FeltStatement.WentQuietUnseen);
        FeltUnderstood.Of(Plain with { Withdrawals = 1, Noticed = 1 }).ShouldContain(FeltStatement.WentQuietSeen);
        FeltUnderstood.Of(Plain with { ClientLeft = true }).ShouldContain(FeltStatement.HadToGo);
        FeltUnderstood.Of(Plain with { LayersReached = 6 }).ShouldContain(FeltStatement.ToldTheCore);
        FeltUnderstood.Of(Plain with { Verdicts = [] }).ShouldBeEmpty();
    }

    [Fact]
    public void Evidence_that_overlaps_is_cut_where_it_begins_and_ends()
    {
        var runs = MarkedText.Of("so very ashamed", [new(3, 12, "accuracy.meaning"), new(8, 7, "accuracy.emotion"), new(0, 2, "attunement.tone")]);

        runs.Select(run => run.Text).ShouldBe(["so ", "very ", "ashamed"]);
        runs.Select(run => run.Kinds.Count).ShouldBe([0, 1, 2]);
    }

    /// <summary>Whatever the evidence says of itself, the reply is shown whole.</summary>
    [Fact]
    public void No_letter_is_lost() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        ArbMap.Default.ArbFor<(int Start, int Length)[]>(),
        (reply, spans) =>
        {
            var text = reply ?? string.Empty;
            var evidence = spans.Select(span => new Evidence(span.Start % 20, span.Length % 20, "breach.advice"));
            return string.Concat(MarkedText.Of(text, evidence).Select(run => run.Text)) == text;
        }).QuickCheckThrowOnFailure();
}
