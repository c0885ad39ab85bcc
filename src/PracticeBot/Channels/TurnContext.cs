using PracticeBot.Channels.Conversations;
using PracticeBot.Storage;

namespace PracticeBot.Channels;

/// <summary>
/// One turn: an activity in, and what the bot makes of it. Nothing leaves before the handler has returned: then everything that it
/// added to <see cref="Db"/>, every activity that it sent, and the mark that this activity is done are saved at once, or none of
/// them. A handler that throws is called again with the same activity and a fresh context; so it saves nothing itself.
/// </summary>
public sealed class TurnContext : IDisposable
{
    private readonly List<Activity> _handled = [];
    private readonly List<OutboxRow> _outgoing = [];
    private readonly List<string> _forgotten = [];
    private readonly TimeProvider _time;
    private readonly Func<Activity, CancellationToken, Task<string?>> _show;
    private readonly StreamRules? _streaming;
    private readonly CancellationTokenSource _stopped = new();
    private readonly Lock _stopping = new();
    private Predicate<Activity>? _stops;
    private bool _isOver;
    private long _lastDue;

    /// <param name="activity">Accepted; names its channel and its conversation.</param>
    /// <param name="db">The context whose changes this turn saves.</param>
    /// <param name="waiting">What else is accepted in this conversation already, in order.</param>
    /// <param name="show">Shows an activity to whoever is looking, now, and keeps nothing; returns its id there, null where it was refused.</param>
    /// <param name="streaming">How a message may grow here; null where it can't.</param>
    /// <param name="cancellationToken">Set when the host stops: the turn then runs anew at the next start.</param>
    public TurnContext(
        Activity activity,
        PracticeDb db,
        TimeProvider time,
        IReadOnlyList<Activity> waiting,
        Func<Activity, CancellationToken, Task<string?>> show,
        StreamRules? streaming,
        CancellationToken cancellationToken)
    {
        ConversationKey = Channels.ConversationKey.Of(activity);
        Activity = activity;
        Db = db;
        Waiting = waiting;
        CancellationToken = cancellationToken;
        _time = time;
        _show = show;
        _streaming = streaming;
        _handled.Add(activity);
    }

    public Activity Activity { get; }

    public string ConversationKey { get; }

    public PracticeDb Db { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>
    /// The further activities that were accepted in this conversation when the turn began, in order, those that joined left out.
    /// </summary>
    public IReadOnlyList<Activity> Waiting { get; private set; }

    /// <summary>What an invoke is answered with.</summary>
    public InvokeResponse? InvokeResponse { get; set; }

    /// <summary>This activity and those that joined it, in order.</summary>
    public IReadOnlyList<Activity> Handled => _handled;

    /// <summary>What the turn sends, in order, into other conversations too.</summary>
    public IReadOnlyList<OutboxRow> Outgoing => _outgoing;

    /// <summary>The activities of this conversation whose words are not to be kept anywhere.</summary>
    public IReadOnlyList<string> Forgotten => _forgotten;

    /// <summary>Once this turn is saved, nothing of what this activity said is stored; clients that come anew see that something was.</summary>
    public void Forget(string activityId)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityId);
        _forgotten.Add(activityId);
    }

    /// <summary>The learner of whom nothing is to be kept once this turn is saved; null for every other turn.</summary>
    public string? Erases { get; private set; }

    /// <summary>What is shown once after that, to whoever is looking.</summary>
    public Activity? Farewell { get; private set; }

    /// <summary>Instead of saving anything, this turn deletes all that is kept of a learner, this conversation and the turn itself included.</summary>
    public void Erase(string learnerId, Activity farewell)
    {
        ArgumentException.ThrowIfNullOrEmpty(learnerId);
        ArgumentNullException.ThrowIfNull(farewell);
        (Erases, Farewell) = (learnerId, farewell);
    }

    /// <summary>This turn answers the next waiting activity too.</summary>
    /// <exception cref="ArgumentException">Another one waits before it: order would be lost.</exception>
    public void Join(Activity next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (Waiting.Count == 0 || Waiting[0].Id != next.Id)
        {
            throw new ArgumentException("Only the first of the waiting activities can join.", nameof(next));
        }

        _handled.Add(next);
        Waiting = [.. Waiting.Skip(1)];
    }

    /// <summary>
    /// Sends an activity with the turn. Where it does not say otherwise it goes from the bot to whoever wrote, in their
    /// conversation, in answer to the last activity that this turn handles.
    /// </summary>
    /// <returns>Its id, by which <see cref="Update"/> can replace it in a later turn.</returns>
    public string Send(Activity reply, Pace pace = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var id = reply.Id ?? Ids.New();
        AddOutgoing(reply with { Id = id }, OutboxKind.Send, pace);
        return id;
    }

    /// <summary>Sends an activity into another conversation, with the turn, and no sooner than what was sent in this one before it.</summary>
    public void SendTo(ConversationReference elsewhere, Activity said)
    {
        ArgumentNullException.ThrowIfNull(elsewhere);
        ArgumentNullException.ThrowIfNull(said);
        var activity = Reply.In(elsewhere, said with { Id = said.Id ?? Ids.New() });
        _outgoing.Add(new OutboxRow
        {
            ConversationKey = Channels.ConversationKey.Of(activity),
            Channel = ReplyRoutes.Of(activity),
            ActivityId = activity.Id!,
            Activity = ActivityJson.Write(activity),
            Kind = OutboxKind.Send,
            DueAt = Math.Max(_lastDue, _time.UnixNow()),
        });
    }

    /// <summary>Puts another activity in the place of one that was sent.</summary>
    public void Update(string activityId, Activity replacement)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityId);
        ArgumentNullException.ThrowIfNull(replacement);
        AddOutgoing(replacement with { Id = activityId }, OutboxKind.Update, default);
    }

    /// <summary>Shows typing, or a part of a message that still grows, at once. It is not stored and comes only once, if at all.</summary>
    /// <returns>Its id on the channel; null where the channel did not take it.</returns>
    public Task<string?> ShowAsync(Activity passing)
    {
        ArgumentNullException.ThrowIfNull(passing);
        return _show(Addressed(passing with { Id = passing.Id ?? Ids.New(), Timestamp = _time.GetUtcNow() }), CancellationToken);
    }

    /// <summary>A message that is to grow; null where the channel can't show that.</summary>
    public GrowingMessage? OpenStream() => _streaming is null ? null : new GrowingMessage(Ids.For("stream", ConversationKey, Activity.Id!), _streaming, ShowAsync);

    /// <summary>Set as soon as an activity arrives that is one of these, though its own turn comes only after this one.</summary>
    public CancellationToken StopOn(Predicate<Activity> stops)
    {
        ArgumentNullException.ThrowIfNull(stops);
        lock (_stopping)
        {
            _stops = stops;
        }

        foreach (var activity in Waiting)
        {
            Arrived(activity);
        }

        return _stopped.Token;
    }

    internal void Arrived(Activity activity)
    {
        lock (_stopping)
        {
            if (!_isOver && _stops?.Invoke(activity) == true)
            {
                _stopped.Cancel();
            }
        }
    }

    public void Dispose()
    {
        lock (_stopping)
        {
            _isOver = true;
            _stopped.Dispose();
        }
    }

    private void AddOutgoing(Activity activity, OutboxKind kind, Pace pace)
    {
        var start = Math.Max(_lastDue, _time.UnixNow());
        _lastDue = start + (long)pace.Delay.TotalMilliseconds;
        _outgoing.Add(new OutboxRow
        {
            ConversationKey = ConversationKey,
            Channel = ReplyRoutes.Of(Activity),
            ActivityId = activity.Id!,
            Activity = ActivityJson.Write(Addressed(activity)),
            Kind = kind,
            TypingAt = pace.ShowsTyping ? start : null,
            DueAt = _lastDue,
        });
    }

    private Activity Addressed(Activity reply) => Reply.To(_handled[^1], reply);
}
