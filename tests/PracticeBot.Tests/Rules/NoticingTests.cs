using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Rules;

public sealed class NoticingTests
{
    /// <summary>A turn a letter: w the client withdraws, n the reply names a shift, . neither.</summary>
    [Theory]
    [InlineData(".", Noticing.Settled, -1)]
    [InlineData(".w", Noticing.StillOpen, 1)]
    [InlineData(".w.", Noticing.StillOpen, 1)]
    [InlineData(".w..", Noticing.WentBy, 1)]
    [InlineData(".w...", Noticing.Settled, -1)]
    [InlineData(".wn", Noticing.Named, 1)]
    [InlineData(".w.n", Noticing.Named, 1)]
    [InlineData(".wn.", Noticing.Settled, -1)]
    [InlineData("n.w", Noticing.StillOpen, 2)]
    [InlineData(".w.w", Noticing.StillOpen, 3)]
    [InlineData("", Noticing.Settled, -1)]
    public void A_shift_counts_as_noticed_when_it_is_named_within_two_replies(string turns, Noticing noticing, int opened) =>
        NoticingRule.After([.. turns.Select(turn => new Shift(turn == 'w', turn == 'n'))], Rubric.Default).ShouldBe((noticing, opened));

    [Theory]
    [InlineData("wn", true)]
    [InlineData("w.n", true)]
    [InlineData("w..n", false)]
    [InlineData("w", null)]
    [InlineData(".n", null)]
    public void Looking_back_it_was_seen_or_went_by(string turns, bool? seen) =>
        NoticingRule.WasNoticed([.. turns.Select(turn => new Shift(turn == 'w', turn == 'n'))], 0, Rubric.Default).ShouldBe(seen);
}
