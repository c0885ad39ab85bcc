using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Debriefs;
using PracticeBot.Core.Personas;
using PracticeBot.Embedded.Emotions;
using PracticeBot.Pages;
using PracticeBot.Tests.Rules;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Debriefs;

public sealed class FeltUnderstoodTests
{
    [Fact]
    public void A_talk_that_reached_the_core_says_so_and_quotes_the_reply_that_met_them() =>
        Said(Tendency.Guarded, [.. Enumerable.Repeat(Replies.Level5, 12)])
            .ShouldBe([FeltStatement.MuchCloser, FeltStatement.Met, FeltStatement.SaidItAll, FeltStatement.WouldComeBack]);

    [Fact]
    public void Plain_replies_that_open_nothing_keep_to_the_surface() =>
        Said(Tendency.Guarded, Replies.Greeting, Replies.Question, Replies.Level3, Replies.Greeting)
            .ShouldBe([FeltStatement.NoCloser, FeltStatement.KeptToTheSurface, FeltStatement.WouldTryAgain]);

    [Fact]
    public void An_unrepaired_wound_stays_and_the_client_who_left_says_so_last() =>
        Said(Tendency.Guarded, Replies.Reassurance, Replies.Reassurance, Replies.Reassurance, Replies.Reassurance)
            .ShouldBe([FeltStatement.Further, FeltStatement.WoundStays, FeltStatement.Left]);

    [Fact]
    public void A_wound_that_was_repaired_is_no_wound_that_stays()
    {
        var said = Said(Tendency.Guarded, Replies.Reassurance, Replies.WholeRepair, Replies.WholeRepair, Replies.WholeRepair);
        said.ShouldContain(FeltStatement.WoundEased);
        said.ShouldNotContain(FeltStatement.WoundStays);
        said[^1].ShouldBe(FeltStatement.WouldComeBack);
    }

    [Fact]
    public void A_wound_that_eased_without_a_word_about_it_is_not_told_as_one_that_was_come_back_for()
    {
        var said = Said(Tendency.Guarded, Replies.Level5, Replies.Level5, Replies.Level5, Replies.Level5, Replies.Reassurance, Replies.Level4);
        said.ShouldContain(FeltStatement.WoundFaded);
        said.ShouldNotContain(FeltStatement.WoundEased);
    }

    [Theory]
    [InlineData(Tendency.Guarded, false, FeltStatement.SteppedBack)]
    [InlineData(Tendency.Guarded, true, FeltStatement.CameBack)]
    [InlineData(Tendency.Challenging, false, FeltStatement.PushedBack)]
    [InlineData(Tendency.Challenging, true, FeltStatement.PushedAndStayed)]
    public void A_rupture_without_harm_is_told_as_it_showed(Tendency tendency, bool isRepaired, FeltStatement statement)
    {
        Assessment[] repair = isRepaired ? [Replies.WholeRepair, Replies.WholeRepair, Replies.WholeRepair] : [];
        Said(tendency, [Replies.Advice, Replies.Advice, .. repair]).ShouldContain(statement);
    }

    [Fact]
    public void After_one_reply_there_is_little_to_say() =>
        Said(Tendency.Guarded, Replies.Level4).ShouldBe([FeltStatement.HardlyBegun, FeltStatement.Met, FeltStatement.WouldTryAgain]);

    [Fact]
    public void Nothing_said_is_two_sentences_too() =>
        Said(Tendency.Guarded).ShouldBe([FeltStatement.HardlyBegun, FeltStatement.WouldTryAgain]);

    /// <summary>Every talk of up to five replies, of every kind of reply, is two to five statements.</summary>
    [Fact]
    public void It_is_two_to_five_statements_whatever_happened()
    {
        var kinds = Replies.All.Values.ToArray();
        foreach (var tendency in Enum.GetValues<Tendency>())
        {
            foreach (var first in kinds)
            {
                foreach (var then in kinds)
                {
                    Said(tendency, first, then, then, first, then).Count.ShouldBeInRange(2, 5);
                }
            }
        }
    }

    public static TheoryData<FeltStatement, Tendency> EveryStatement() =>
        new(Enum.GetValues<FeltStatement>().SelectMany(statement => Enum.GetValues<Tendency>().Select(tendency => (statement, tendency))));

    /// <summary>What was not reached must not be told, and which feeling that is no statement knows: so none names any.</summary>
    [Theory]
    [MemberData(nameof(EveryStatement))]
    public void Every_statement_has_words_that_name_no_feeling(FeltStatement statement, Tendency tendency)
    {
        var words = DebriefTexts.Words().Felt(statement, tendency, "the quote");

        words.ShouldNotStartWith("Felt");
        words.ShouldNotContain("{");
        words.Contains("the quote", StringComparison.Ordinal).ShouldBe(statement == FeltStatement.Met);
        FeelingWords.In([words]).ShouldBeEmpty(words);
    }

    private static IReadOnlyList<FeltStatement> Said(Tendency tendency, params Assessment[] replies)
    {
        var talk = new Talk(Talk.Client(tendency));
        List<TakenReply> taken = [];
        foreach (var reply in replies.TakeWhile(_ => !talk.State.HasLeft))
        {
            var decision = talk.Hears(Replies.Judged(reply));
            taken.Add(new TakenReply(decision.Verdict, decision.Events, talk.State));
        }

        return FeltUnderstood.Of(talk.Persona, talk.Start, taken);
    }
}

/// <summary>The debrief's words, as the pages have them.</summary>
internal static class DebriefTexts
{
    public static DebriefWords Words() => new(
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<DebriefText>>());
}
