using Microsoft.EntityFrameworkCore;
using PracticeBot.Channels;
using PracticeBot.Storage;

namespace PracticeBot.Practice;

/// <summary>A message that its writer changed or took back: before the client has begun to answer, that counts; afterwards what was said was said.</summary>
internal static class Edits
{
    /// <summary>The turn's message as its writer left it.</summary>
    /// <returns>Null where it was taken back.</returns>
    public static Activity? Newest(TurnContext turn)
    {
        var said = turn.Activity;
        var changes = turn.Waiting.Where(activity => activity.ReplyToId == said.Id && activity.From?.Id == said.From?.Id);
        foreach (var change in changes)
        {
            switch (change.Type)
            {
                case ActivityTypes.MessageDelete:
                    return null;
                case ActivityTypes.MessageUpdate:
                    said = said with { Text = change.Text, Entities = change.Entities };
                    break;
            }
        }

        return said;
    }

    /// <summary>The reply that was changed stands in the talk with other words.</summary>
    public static async Task<bool> ComesTooLateAsync(TurnContext turn, PracticeSession session, CancellationToken cancellationToken)
    {
        var edit = turn.Activity;
        var kept = await turn.Db.Turns.AsNoTracking()
            .FirstOrDefaultAsync(one => one.SessionId == session.Id && one.ActivityId == edit.ReplyToId, cancellationToken);
        return kept is not null && kept.Reply != Mention.StrippedText(edit);
    }
}
