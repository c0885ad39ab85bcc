using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using PracticeBot.Content.Prompts;
using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Clients.Guarding;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading;
using PracticeBot.Turns;

namespace PracticeBot.Models.Assessing;

/// <summary>
/// Judges by a language model, verdict first. The rules read beside it: what they take out of the role-play never reaches the model,
/// where they see the opposite the judgement is less sure, and where the model fails the embedded assessor judges.
/// </summary>
internal sealed class ModelAssessor(
    IChatClient chat, PromptLibrary prompts, JudgeSource learned, IOptions<ModelOptions> options, LineGuard guard, ModelMeter meter, TimeProvider time) : IAssessor
{
    /// <summary>Of the time that is left, what the judgement may take before the client needs the rest.</summary>
    private const double Share = 0.5;

    private const int Tries = 2;

    private const double ConfidenceInDispute = 0.4;

    /// <summary>Of a reply that gives something back, 0 to 1; what speaks to a machine scores below 0.03, reflections from 0.08 on.</summary>
    private const double LeastReflection = 0.05;

    private readonly EmbeddedAssessor _rules = new();
    private readonly EmbeddedAssessor _embedded = new(learned);

    public async Task<Judging> AssessAsync(ReplyInContext reply, TurnStage stage, CancellationToken cancellationToken)
    {
        var beside = _rules.Assess(reply);
        if (beside is not AssessmentResult.Judged { Assessment: { Kind: ReplyKind.Offering or ReplyKind.Facilitative } read })
        {
            return Judging.AtOnce(beside);
        }

        var prompt = prompts[PromptContracts.Assessor];
        var messages = prompt.Render(AssessorPrompt.Values(reply));
        var work = new ModelWork { Model = options.Value.Name!, Prompt = prompt.Version };
        var deadline = new Deadline(Portion(stage.Left), time, cancellationToken);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var answering = new Answering(new StreamedCall(chat, messages, Options(prompt)), new Quotes(reply.Reply), deadline);
            var isReadOn = false;
            try
            {
                work = work with { Calls = attempt };
                var found = AnswerReading.Read(await answering.DecidingAsync(), reply, answering.Quotes);
                if (!HasWitness(found, read, reply))
                {
                    meter.Judged(isDisputed: true);
                    work = work.Plus(answering.Usage, options.Value.Prices) with { Fault = null, IsDisputed = true };
                    break;
                }

                var isDisputed = Disagreement.Is(found, read, reply.Persona.Rubric);
                var deciding = isDisputed ? found with { Confidence = Math.Min(found.Confidence, ConfidenceInDispute) } : found;
                meter.Judged(isDisputed);
                deadline.MoveTo(stage.Left);
                isReadOn = true;
                return new Judging(
                    new AssessmentResult.Judged(deciding),
                    WholeAsync(reply, deciding, answering, work with { Fault = null, IsDisputed = isDisputed }));
            }
            catch (AnswerFaultException fault)
            {
                work = work.Plus(answering.Usage, options.Value.Prices) with { Fault = fault.Fault.ToString() };
            }
            catch (ModelFaultException fault)
            {
                work = work.Plus(answering.Usage, options.Value.Prices) with { Fault = fault.Kind.ToString() };
                break;
            }
            catch (OperationCanceledException) when (deadline.HasPassed && !cancellationToken.IsCancellationRequested)
            {
                work = work.Plus(answering.Usage, options.Value.Prices) with { Fault = nameof(ModelFault.TimedOut) };
                break;
            }
            finally
            {
                if (!isReadOn)
                {
                    await answering.StopAsync();
                }
            }
        }

        deadline.Dispose();
        if (work.Fault is { } reason)
        {
            meter.FilledIn(reason);
        }

        return Judging.AtOnce(_embedded.Assess(reply), work);
    }

    /// <summary>
    /// A model may be talked into seeing a feeling met. That it alone sees one, where neither the rules find an offer nor the fitted models
    /// a reflection, is not enough.
    /// </summary>
    private bool HasWitness(Assessment found, Assessment read, ReplyInContext reply) =>
        !found.Accuracy.OffersSomething || read.Accuracy.OffersSomething
        || learned.Judge is not { } judge || judge.Judge(reply.ClientLine, reply.Reply).ReflectionScore >= LeastReflection;

    private static TimeSpan Portion(TimeSpan left) => left == Timeout.InfiniteTimeSpan ? left : left * Share;

    private static ChatOptions Options(Prompt prompt) => prompt.Options(ChatResponseFormat.ForJsonSchema(AssessorSchema.Schema, AssessorSchema.Name));

    /// <summary>Reads on while the client speaks. What decided stands, whatever becomes of the rest.</summary>
    private async Task<JudgedWhole> WholeAsync(ReplyInContext reply, Assessment deciding, Answering answering, ModelWork work)
    {
        var rest = await answering.RestAsync();
        meter.Invented(answering.Quotes.Invented);
        return new JudgedWhole(
            new AssessmentResult.Judged(AnswerReading.With(deciding, rest, answering.Quotes)),
            work.Plus(answering.Usage, options.Value.Prices) with { Why = Reason.Told(rest.Why, reply, guard) });
    }
}
