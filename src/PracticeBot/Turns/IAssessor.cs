using PracticeBot.Core.Assessments;

namespace PracticeBot.Turns;

/// <summary>Judges a reply: by rules and fitted models, or by a language model.</summary>
public interface IAssessor
{
    /// <returns>As soon as what decides the turn is known.</returns>
    Task<Judging> AssessAsync(ReplyInContext reply, TurnStage stage, CancellationToken cancellationToken);
}

/// <summary>A judgement as it comes in.</summary>
/// <param name="Deciding">All that the rules need to decide the turn.</param>
/// <param name="Whole">The same with all evidence and reasons; what decides does not change any more. It never fails.</param>
public sealed record Judging(AssessmentResult Deciding, Task<JudgedWhole> Whole)
{
    public static Judging AtOnce(AssessmentResult result, ModelWork? work = null) => new(result, Task.FromResult(new JudgedWhole(result, work)));
}

/// <param name="Work">What a model did for it; null where none was asked.</param>
public sealed record JudgedWhole(AssessmentResult Result, ModelWork? Work);
