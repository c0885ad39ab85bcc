using PracticeBot.Core.Assessments;
using PracticeBot.Core.Skills;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Skills;

public sealed class SelfRatingTests
{
    [Theory]
    [InlineData(Verdict.Harmful, 1, 1)]
    [InlineData(Verdict.Missed, 2, 2)]
    [InlineData(Verdict.Partial, 3, 3)]
    [InlineData(Verdict.Attuned, 3, 4)]
    [InlineData(Verdict.Attuned, 4, 5)]
    [InlineData(Verdict.Attuned, 5, 5)]
    [InlineData(Verdict.Neutral, null, null)]
    [InlineData(Verdict.Unavailable, null, null)]
    public void A_verdict_has_a_place_on_the_scale_of_the_rating(Verdict verdict, int? level, int? rating) =>
        SelfRating.Of(verdict, level).ShouldBe(rating);
}
