using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading;
using PracticeBot.Models;
using PracticeBot.Models.Coding;
using PracticeBot.Turns;

namespace PracticeBot.Measuring;

/// <summary>What measures replies: the embedded assessor, or a model alone.</summary>
internal interface ILineAssessor
{
    /// <summary>By what stands in the words.</summary>
    Task<ReplyJudgement> CodeAsync(string client, string reply, CancellationToken cancellationToken);

    /// <summary>Against a hidden moment.</summary>
    Task<AssessmentResult> AssessAsync(ReplyInContext reply, CancellationToken cancellationToken);
}

internal sealed class EmbeddedLines(ReplyJudge judge) : ILineAssessor
{
    private readonly EmbeddedAssessor joined = new(new JudgeSource(judge));

    public Task<ReplyJudgement> CodeAsync(string client, string reply, CancellationToken cancellationToken) => Task.FromResult(judge.Judge(client, reply));

    public Task<AssessmentResult> AssessAsync(ReplyInContext reply, CancellationToken cancellationToken) => Task.FromResult(joined.Assess(reply));
}

/// <summary>Where the model fails, the line says so: a measurement that somebody else filled in would be none.</summary>
internal sealed class ModelLines(ModelCoder coder, IAssessor assessor) : ILineAssessor
{
    public async Task<ReplyJudgement> CodeAsync(string client, string reply, CancellationToken cancellationToken) =>
        ModelCoder.Read(await coder.AskAsync(client, reply, cancellationToken), reply);

    public async Task<AssessmentResult> AssessAsync(ReplyInContext reply, CancellationToken cancellationToken)
    {
        var judging = await assessor.AssessAsync(reply, TurnStage.Unwatched, cancellationToken);
        var whole = await judging.Whole;
        return whole.Work?.Fault is { } fault ? throw new ModelFaultException($"The model gave no judgement: {fault}.") : whole.Result;
    }
}
