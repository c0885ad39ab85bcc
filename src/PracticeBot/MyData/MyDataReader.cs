using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PracticeBot.Core.Assessments;
using PracticeBot.Storage;

namespace PracticeBot.MyData;

/// <summary>Gathers what is kept of a learner.</summary>
internal static partial class MyDataReader
{
    /// <summary>A link's code may still be good: it is no part of what is kept.</summary>
    [GeneratedRegex(@"\?code=[\w-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    public static async Task<LearnerData> OfAsync(PracticeDb db, string learnerId, CancellationToken cancellationToken)
    {
        var learner = await db.Learners.AsNoTracking().SingleAsync(row => row.Id == learnerId, cancellationToken);
        var seats = db.Participants.Where(seat => seat.LearnerId == learnerId).Select(seat => seat.SessionId);
        var sessions = await db.Sessions.AsNoTracking().Where(row => row.IsShared ? seats.Contains(row.Id) : row.LearnerId == learnerId).OrderBy(row => row.StartedAt).ToListAsync(cancellationToken);
        // Of a shared talk only what they said themselves is theirs.
        var turns = (await db.Turns.AsNoTracking()
            .Join(
                db.Sessions.Where(session => session.IsShared ? seats.Contains(session.Id) : session.LearnerId == learnerId),
                turn => turn.SessionId, session => session.Id, (turn, session) => new { turn, session.IsShared })
            .Where(row => !row.IsShared || row.turn.LearnerId == learnerId)
            .Select(row => row.turn)
            .ToListAsync(cancellationToken)).ToLookup(turn => turn.SessionId, StringComparer.Ordinal);
        var conversations = await db.DirectLineConversations.AsNoTracking().Where(row => row.LearnerId == learnerId)
            .OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        var messages = (await db.DirectLineActivities.AsNoTracking()
            .Join(db.DirectLineConversations.Where(row => row.LearnerId == learnerId), row => row.ConversationId, row => row.Id, (row, _) => row)
            .ToListAsync(cancellationToken)).ToLookup(row => row.ConversationId, StringComparer.Ordinal);
        var opinions = await db.MessageFeedback.AsNoTracking().Where(row => row.LearnerId == learnerId).OrderBy(row => row.At).ToListAsync(cancellationToken);
        return new LearnerData(
            learner.Id,
            At(learner.CreatedAt),
            learner.RatesFirst,
            [.. sessions.Select(session => Talk(session, turns[session.Id]))],
            [.. conversations.Select(row => new MyConversation(
                row.Id, At(row.CreatedAt), [.. messages[row.Id].OrderBy(message => message.Sequence).Select(message => JsonNode.Parse(Code().Replace(message.Activity, string.Empty)))]))],
            [.. opinions.Select(row => new MyOpinion(At(row.At), row.Reaction, row.Words))]);
    }

    private static MyTalk Talk(PracticeSession session, IEnumerable<PracticeTurn> turns) => new(
        session.Id,
        session.PersonaId,
        session.Kind.Code(),
        session.Mode,
        At(session.StartedAt),
        session.EndedAt is { } ended ? At(ended) : null,
        session.EndReason,
        session.OpeningLine,
        session.BeforeNote,
        session.AfterNote,
        session.HeldReply,
        [.. turns.OrderBy(turn => turn.At).ThenBy(turn => turn.Depth).ThenBy(turn => turn.Attempt).Select(turn => Reply(turn, isOver: session.EndedAt is not null))]);

    /// <summary>What is hidden while a talk goes on is not told on this way either.</summary>
    private static MyReply Reply(PracticeTurn turn, bool isOver) => new(
        turn.Id,
        turn.ParentId,
        turn.Depth,
        turn.Attempt,
        At(turn.At),
        turn.Reply,
        turn.ClientLine,
        turn.HintsUsed,
        turn.SelfRating,
        turn.SaysNoticed,
        isOver ? turn.Verdict.Code() : null,
        isOver ? turn.Level : null,
        isOver && turn.Assessment is { } found ? JsonNode.Parse(found) : null,
        isOver ? JsonNode.Parse(turn.StateAfter) : null);

    private static DateTimeOffset At(long instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant);
}
