using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PracticeBot.Channels;
using PracticeBot.Channels.Conversations;
using PracticeBot.Channels.DirectLine;
using PracticeBot.MyData;
using PracticeBot.Storage;

namespace PracticeBot.Practice;

/// <summary>Addresses of a learner's own pages, for a chat that may be anywhere.</summary>
internal sealed class PracticeLinks(IOptions<DirectLineOptions> options, TimeProvider time)
{
    /// <param name="path">From the site's root, with a slash before it.</param>
    /// <returns>With a code that is good once; null where this host does not know how it is reached from outside.</returns>
    public async Task<string?> ToAsync(TurnContext turn, string learnerId, string path, CancellationToken cancellationToken)
    {
        var site = options.Value.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? await OriginAsync(turn, cancellationToken);
        return site is null ? null : $"{site}{path}?{LinkCodes.Query}={LinkCodes.New(turn.Db, learnerId, time.UnixNow())}";
    }

    private static async Task<string?> OriginAsync(TurnContext turn, CancellationToken cancellationToken) =>
        ReplyRoutes.Of(turn.Activity) != ReplyRoutes.DirectLine
            ? null
            : await turn.Db.DirectLineConversations.Where(row => row.Id == turn.Activity.Conversation!.Id).Select(row => row.Origin)
                .SingleOrDefaultAsync(cancellationToken);
}
