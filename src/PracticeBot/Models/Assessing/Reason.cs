using PracticeBot.Core.Assessments;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients.Guarding;

namespace PracticeBot.Models.Assessing;

/// <summary>The assessor's reason, as far as a learner may read it: short, and nothing in it that is still theirs to find.</summary>
internal static class Reason
{
    /// <summary>In UTF-16 code units; the prompt asks for 25 words.</summary>
    private const int Longest = 240;

    /// <returns>Null where there is none that may be told.</returns>
    public static string? Told(string? why, ReplyInContext reply, LineGuard guard)
    {
        if (string.IsNullOrWhiteSpace(why) || why.Length > Longest)
        {
            return null;
        }

        var layer = reply.Persona.Layers.ToList().IndexOf(reply.Moment);
        var line = new GuardedLine
        {
            Persona = reply.Persona,
            // As if they had been missed: not even what lies beneath this moment is told.
            Directive = new Directive { Reaction = Reaction.Unease, Layer = layer, Trust = reply.Persona.StartTrust, Distress = reply.Distress },
            Guide = reply.ClientLine,
            EarlierLines = reply.EarlierLines,
            Reply = reply.Reply,
        };
        return guard.Reveals(why, line) ? null : why.Trim();
    }
}
