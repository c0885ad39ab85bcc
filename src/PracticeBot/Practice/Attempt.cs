using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Turns;
using PracticeBot.Storage;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>One attempt at a moment, for setting it beside the others.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Reply">The learner's words.</param>
/// <param name="Trust">The client's trust after it, 0 to 100, as shown.</param>
/// <param name="Reaction">What the client did; null where nothing was judged.</param>
public sealed record Attempt(int Number, string Reply, Verdict Verdict, int Trust, Reaction? Reaction)
{
    public static Attempt Of(PracticeTurn turn) => new(
        turn.Attempt, turn.Reply, turn.Verdict, PracticeObject.Shown(PracticeJson.Read<ClientState>(turn.StateAfter).Trust), turn.Reaction);
}
