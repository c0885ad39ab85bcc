using Microsoft.Extensions.Localization;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;

namespace PracticeBot.Practice;

/// <summary>One way to meet a moment, for a learner who asks to see one.</summary>
internal static class ModelReply
{
    /// <summary>What an author has written as landing at the moment; where the author wrote none, what the client holds, said to them.</summary>
    /// <param name="state">The client as the learner met them, before the reply.</param>
    public static string For(Persona persona, ClientState state, IStringLocalizer<ChatText> text)
    {
        if (state.Rupture is RuptureState.Open rupture)
        {
            return Repair(rupture, text);
        }

        var moment = persona.Layers[state.Layer];
        return persona.Expectations
            .Where(expectation => expectation.Moment == moment.Id && expectation.Verdict == Verdict.Attuned)
            .OrderByDescending(expectation => expectation.Level ?? 0)
            .Select(expectation => expectation.Reply)
            .FirstOrDefault() ?? text["ExampleOfMeaning", MeaningSaidToThem.Of(moment)].Value;
    }

    /// <summary>By what is still missing, and by what had gone wrong.</summary>
    private static string Repair(RuptureState.Open rupture, IStringLocalizer<ChatText> text) => rupture.Reached switch
    {
        RepairStage.Owned or RepairStage.Reattuned => text["ExampleReattune"].Value,
        _ => text[rupture.Cause switch
        {
            Causes.Advice => "ExampleRepairAdvice",
            Causes.Reassurance or Causes.Dismissal or Causes.Instruction => "ExampleRepairSmaller",
            Causes.Judgement or Causes.Diagnosis or Causes.Defensiveness => "ExampleRepairJudged",
            _ => "ExampleRepair",
        }].Value,
    };
}
