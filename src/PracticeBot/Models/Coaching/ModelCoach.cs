using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using PracticeBot.Content.Prompts;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading;
using PracticeBot.Models.Assessing;
using PracticeBot.Turns;

namespace PracticeBot.Models.Coaching;

/// <summary>Writes a reply that would have met the moment of this very talk. What does not land by the embedded assessor's judgement is not shown.</summary>
internal sealed class ModelCoach(
    PromptLibrary prompts, JudgeSource learned, IOptions<ModelOptions> options, TimeProvider time, IChatClient? chat = null)
{
    private const int Tries = 2;

    /// <summary>In UTF-16 code units; the prompt asks for 40 words.</summary>
    private const int Longest = 400;

    private readonly EmbeddedAssessor _assessor = new(learned);

    /// <param name="moment">The talk as it stood before the learner's reply.</param>
    /// <param name="tried">The learner's own.</param>
    /// <returns>Null where there is no model, or nothing of its that lands.</returns>
    public async Task<string?> ExampleAsync(Encounter moment, string tried, CancellationToken cancellationToken)
    {
        if (chat is null)
        {
            return null;
        }

        var prompt = prompts[PromptContracts.Coach];
        var messages = prompt.Render(AssessorPrompt.Values(moment.InContext(tried)));
        using var deadline = new Deadline(options.Value.TimeBudget, time, cancellationToken);
        try
        {
            for (var attempt = 1; attempt <= Tries; attempt++)
            {
                var answer = await chat.GetResponseAsync(messages, prompt.Options(), deadline.Token);
                var reply = answer.Text.Trim().Trim('"', '“', '”');
                if (reply.Length is > 0 and <= Longest && Lands(moment, reply))
                {
                    return reply;
                }
            }
        }
        catch (Exception fault) when (fault is ModelFaultException || (fault is OperationCanceledException && deadline.HasPassed))
        {
            // The author's own example serves as well.
        }

        return null;
    }

    private bool Lands(Encounter moment, string reply)
    {
        var decision = TurnDecider.Decide(moment.Persona, moment.State, _assessor.Assess(moment.InContext(reply)));
        return decision is { Verdict: Verdict.Attuned } or { Directive.Reaction: Reaction.Soften or Reaction.Repaired };
    }
}
