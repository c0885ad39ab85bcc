using PracticeBot.Embedded.Learning;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Learning;

public sealed class ScoresTests
{
    private static readonly int[] Truth = [0, 0, 0, 1, 1, 2];
    private static readonly int[] Said = [0, 0, 1, 1, 1, 0];

    [Fact]
    public void Each_class_counts_the_same_in_macro_f1() => Scores.MacroF1(Truth, Said, 3).ShouldBe(((2.0 * 2 / 6) + (2.0 * 2 / 5) + 0) / 3, 1e-9);

    [Fact]
    public void Kappa_is_what_is_left_after_chance() => Scores.Kappa(Truth, Said, 3).ShouldBe(((4.0 / 6) - (15.0 / 36)) / (1 - (15.0 / 36)), 1e-9);

    [Fact]
    public void Auc_counts_ties_half()
    {
        Scores.Auc([0.9, 0.5], [0.5, 0.1]).ShouldBe(0.875, 1e-9);
        Scores.Auc([0.5], [0.5]).ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public void Calibration_error_is_the_gap_between_sureness_and_truth() =>
        Scores.CalibrationError([(0.95, true), (0.95, true), (0.55, false), (0.55, true)]).ShouldBe((0.05 * 0.5) + (0.05 * 0.5), 1e-9);

    [Fact]
    public void A_curve_is_followed_to_its_lowest_point()
    {
        // (x - 3)^2 + 10 (y - x^2)^2: a bent valley.
        double[] at = [0, 0];
        Lbfgs.Minimise(
            at,
            (here, slope) =>
            {
                var off = here[1] - (here[0] * here[0]);
                slope[0] = (2 * (here[0] - 3)) - (40 * here[0] * off);
                slope[1] = 20 * off;
                return ((here[0] - 3) * (here[0] - 3)) + (10 * off * off);
            },
            500,
            1e-9);

        at[0].ShouldBe(3, 1e-4);
        at[1].ShouldBe(9, 1e-3);
    }
}
