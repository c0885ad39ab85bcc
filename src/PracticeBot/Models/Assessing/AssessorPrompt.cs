using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;

namespace PracticeBot.Models.Assessing;

/// <summary>What the assessor's prompt is filled with.</summary>
internal static class AssessorPrompt
{
    private static readonly string[] Strengths = ["faint", "mild", "plain", "strong", "overwhelming"];

    public static Dictionary<string, object?> Values(ReplyInContext reply)
    {
        var moment = reply.Moment;
        return new(StringComparer.Ordinal)
        {
            ["name"] = reply.Persona.Name,
            ["about"] = reply.Persona.About.Line,
            ["talk"] = Transcript.Of(reply.Persona.Name, reply.EarlierLines, reply.EarlierReplies),
            ["says"] = moment.Says,
            ["feels"] = moment.Feels.Primary.Code(),
            ["strength"] = Strengths[moment.Feels.Intensity.Value - 1],
            ["also"] = string.Join(", ", moment.Feels.Secondary.Select(family => family.Code())),
            ["meaning"] = moment.Meaning,
            ["need"] = moment.Need ?? string.Empty,
            ["strain"] = string.Join(", ", reply.RuptureFeels.Select(family => family.Code())),
            ["clientLine"] = reply.ClientLine,
            ["reply"] = reply.Reply,
        };
    }
}
