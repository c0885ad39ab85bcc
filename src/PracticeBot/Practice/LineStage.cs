using System.Threading.Channels;
using PracticeBot.Channels;
using PracticeBot.Channels.Cards;
using PracticeBot.Core.Personas;
using PracticeBot.Embedded.Clients.Guarding;
using PracticeBot.Turns;

namespace PracticeBot.Practice;

/// <summary>
/// A turn before a learner who waits: typing shows while the model thinks, then the client's line grows sentence by sentence, no faster
/// than someone in their state would say it, until it is whole or the learner says stop.
/// </summary>
internal sealed class LineStage : TurnStage, IAsyncDisposable
{
    private static readonly TimeSpan BeforeTyping = TimeSpan.FromMilliseconds(300);

    /// <summary>Clients let the sign go after some seconds.</summary>
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(3);

    private readonly TurnContext _turn;
    private readonly Persona _persona;
    private readonly double _distress;
    private readonly bool _isPaced;
    private readonly TimeSpan _budget;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly GrowingMessage? _stream;
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _showing;
    private string _shown = string.Empty;
    private string _first = string.Empty;
    private long _lastShown;

    /// <param name="distress">The client's as the reply is given, 0 to 100.</param>
    /// <param name="isPaced">Sentences take the time that saying them takes.</param>
    /// <param name="budget">From now to the client's last word.</param>
    public LineStage(TurnContext turn, Persona persona, double distress, bool isPaced, TimeSpan budget, TimeProvider time)
    {
        (_turn, _persona, _distress, _isPaced, _budget, _time) = (turn, persona, distress, isPaced, budget, time);
        _began = time.GetTimestamp();
        _stream = turn.OpenStream();
        Stopped = turn.StopOn(IsStop);
        _showing = ShowAsync();
    }

    public override CancellationToken Stopped { get; }

    public override TimeSpan Left => TimeSpan.FromTicks(Math.Max(0, (_budget - _time.GetElapsedTime(_began)).Ticks));

    /// <summary>How long the learner has waited.</summary>
    public TimeSpan Waited => _time.GetElapsedTime(_began);

    public override void Hear(string lineSoFar)
    {
        if (_first.Length == 0)
        {
            _first = lineSoFar;
        }

        _heard.Writer.TryWrite(lineSoFar);
    }

    public override async Task<string> HeardAsync(string line)
    {
        _heard.Writer.TryComplete();
        await _showing;
        // Something is always said: a client who has been stopped before the first sentence finishes that one.
        return !Stopped.IsCancellationRequested ? line
            : _shown.Length > 0 ? _shown
            : _first.Length > 0 ? _first
            : new SentenceSplitter(_persona.Name).Whole(line).First();
    }

    /// <summary>Whether the line was streamed, so that it need not be waited for again.</summary>
    public bool HasShown => _shown.Length > 0;

    /// <summary>How long the channel wants to be left alone before the end of what was shown.</summary>
    public TimeSpan BeforeItsEnd =>
        HasShown && _stream!.Interval - _time.GetElapsedTime(_lastShown) is { Ticks: > 0 } rest ? rest : TimeSpan.Zero;

    /// <summary>The message that takes the place of what was shown of it.</summary>
    public Activity Close(Activity line) => _stream?.Close(line) ?? line;

    public async ValueTask DisposeAsync()
    {
        _heard.Writer.TryComplete();
        await _ended.CancelAsync();
        await _showing;
        _ended.Dispose();
    }

    internal static bool IsStop(Activity activity) =>
        activity.Type == ActivityTypes.Message && LearnerMessage.Of(activity) is var message
        && ChatCommand.TryParse(message.Card?.Command ?? message.Text, _ => false, out var command) && command.Kind == CommandKind.Stop;

    private async Task ShowAsync()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_ended.Token, Stopped);
        try
        {
            await ShowTypingAsync(over.Token);
            var last = _began;
            await foreach (var line in _heard.Reader.ReadAllAsync(over.Token))
            {
                await RestAsync(line, last, over.Token);
                if (_stream is null || !await _stream.ShowAsync(PracticeMessages.Said(_persona, line)))
                {
                    return;
                }

                _shown = line;
                last = _lastShown = _time.GetTimestamp();
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // Stopped, or the turn failed: what was shown stays.
        }
#pragma warning disable CA1031 // What is shown on the way is a courtesy: the message itself comes with the turn.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private async Task ShowTypingAsync(CancellationToken cancellationToken)
    {
        var first = _heard.Reader.WaitToReadAsync(cancellationToken).AsTask();
        for (var rest = BeforeTyping; await Task.WhenAny(first, Task.Delay(rest, _time, cancellationToken)) != first; rest = TypingLasts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _turn.ShowAsync(PracticeMessages.Typing(_persona));
        }

        await first;
    }

    /// <summary>The time that the model took counts: nobody waits twice.</summary>
    private async Task RestAsync(string line, long last, CancellationToken cancellationToken)
    {
        var pace = _isPaced ? ClientPace.For(line[_shown.Length..], _distress) : TimeSpan.Zero;
        var interval = _shown.Length > 0 && _stream is not null ? _stream.Interval : TimeSpan.Zero;
        var rest = (pace > interval ? pace : interval) - _time.GetElapsedTime(last);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, _time, cancellationToken);
        }
    }
}
