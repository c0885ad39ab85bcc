using System.Text.Json.Nodes;
using PracticeBot.Channels;
using PracticeBot.Practice;
using PracticeBot.Storage;

namespace PracticeBot.MyData;

/// <summary><c>my data</c>, <c>delete my data</c> and <c>confirm</c>: at any time, in a talk or outside.</summary>
internal sealed class DataCommands(PracticeMessages messages, PracticeLinks links, TimeProvider time)
{
    /// <summary>How long a request to delete waits for its confirmation.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<Activity> ShowAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var learner = await LearnerAsync(turn, cancellationToken);
        var page = await links.ToAsync(turn, learner.Id, "/my-data.html", cancellationToken);
        var file = await links.ToAsync(turn, learner.Id, "/my-data.json", cancellationToken);
        return page is null || file is null ? messages.Say("MyDataNoAddress") : messages.Say("MyData", page, file);
    }

    public async Task<Activity> AskAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        (await LearnerAsync(turn, cancellationToken)).EraseAskedAt = time.UnixNow();
        return messages.DeleteAsked();
    }

    /// <summary>Null where everything is deleted with this turn.</summary>
    public async Task<Activity?> ConfirmAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var learner = await LearnerAsync(turn, cancellationToken);
        if (learner.EraseAskedAt is not { } asked || time.UnixNow() - asked > Patience.TotalMilliseconds)
        {
            return messages.Say("NothingToConfirm");
        }

        turn.Erase(learner.Id, messages.Say("Deleted") with { ChannelData = new JsonObject { ["erased"] = true } });
        return null;
    }

    private async Task<Learner> LearnerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var id = await Learners.OfAsync(turn.Db, turn.Activity, time.UnixNow(), cancellationToken);
        return (await turn.Db.Learners.FindAsync([id], cancellationToken))!;
    }
}
