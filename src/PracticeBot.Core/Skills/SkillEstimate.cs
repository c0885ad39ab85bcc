namespace PracticeBot.Core.Skills;

/// <summary>
/// How able a learner is in one skill: a normal belief over ability in logits, updated online. The observation model is Rasch's
/// (p = logistic(ability - difficulty)); the step is that of an extended Kalman filter on it, which is Elo whose step is its own
/// uncertainty, as in Glicko:
/// <code>
/// precision += p (1 - p)
/// mean += variance (score - p)
/// </code>
/// A score between 0 and 1 counts as that share of a success. docs/decisions/0005 says why this and not knowledge tracing.
/// </summary>
/// <remarks>
/// Sources: G. Rasch 1960, Probabilistic Models for Some Intelligence and Attainment Tests; A. Elo 1978, The Rating of Chessplayers;
/// M. Glickman 1999, Parameter estimation in large dynamic paired comparison experiments.
/// </remarks>
/// <param name="Mean">Logits; 0 is even odds at a middling moment.</param>
/// <param name="Variance">Logits squared, above 0, at most <see cref="PriorVariance"/>.</param>
/// <param name="Observations">Readings so far.</param>
public readonly record struct SkillEstimate(double Mean, double Variance, int Observations)
{
    /// <summary>Of somebody of whom nothing is known: abilities spread by one logit about even odds.</summary>
    public const double PriorVariance = 1;

    /// <summary>What people change between two sessions, in logits squared: a standard deviation of about 0.2 logits.</summary>
    public const double Drift = 0.04;

    /// <summary>Standard deviations to either side that hold 80 % of a normal belief.</summary>
    private const double EightyPercent = 1.2816;

    public static readonly SkillEstimate Unknown = new(0, PriorVariance, 0);

    /// <summary>Chance to meet a moment, 0 to 1.</summary>
    /// <param name="difficulty">In logits (<see cref="MomentDifficulty"/>).</param>
    public double ChanceAt(double difficulty) => Logistic(Mean - difficulty);

    /// <summary>Chance to meet a middling moment, 0 to 1.</summary>
    public double Chance => Logistic(Mean);

    /// <summary>Lower end of the 80 % interval of <see cref="Chance"/>, 0 to 1.</summary>
    public double Low => Logistic(Mean - (EightyPercent * Math.Sqrt(Variance)));

    /// <summary>Upper end of the 80 % interval of <see cref="Chance"/>, 0 to 1.</summary>
    public double High => Logistic(Mean + (EightyPercent * Math.Sqrt(Variance)));

    /// <summary>After one more reading.</summary>
    /// <param name="score">0 to 1.</param>
    /// <param name="difficulty">The moment's, in logits.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is outside 0 to 1.</exception>
    public SkillEstimate After(double score, double difficulty)
    {
        if (score is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(score), score, "A score is 0 to 1.");
        }

        var expected = ChanceAt(difficulty);
        var variance = 1 / ((1 / Variance) + (expected * (1 - expected)));
        return new SkillEstimate(Mean + (variance * (score - expected)), variance, Observations + 1);
    }

    /// <summary>At the start of another session: a little less is known.</summary>
    public SkillEstimate Drifted() => this with { Variance = Math.Min(PriorVariance, Variance + Drift) };

    private static double Logistic(double logits) => 1 / (1 + Math.Exp(-logits));
}
