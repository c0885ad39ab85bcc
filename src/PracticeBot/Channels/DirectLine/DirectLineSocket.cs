using System.Net.WebSockets;
using System.Threading.Channels;
using PracticeBot.Storage;

namespace PracticeBot.Channels.DirectLine;

/// <summary>
/// One client's stream. What is stored is read from the store behind the socket's own watermark, so that nothing is missed or
/// repeated however signals fall; what is only shown travels with the signal, in its place among them.
/// </summary>
internal sealed class DirectLineSocket(string conversationId, long watermark, PracticeStore store)
{
    /// <summary>A client that lags this far behind is cut off; it comes back with its watermark and misses nothing.</summary>
    private const int MostSignals = 256;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly Channel<string?> _signals = Channel.CreateBounded<string?>(
        new BoundedChannelOptions(MostSignals) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private long _watermark = watermark;

    public void Stored() => Signal(null);

    public void Show(string activity) => Signal(activity);

    /// <summary>Ends the stream once everything signalled so far has been sent.</summary>
    public void Close() => _signals.Writer.TryComplete();

    /// <summary>Runs until the client leaves, lags behind or the token is set.</summary>
    public async Task RunAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = ListenAsync(socket, ended);
        try
        {
            await SendStoredAsync(socket, ended.Token);
            await foreach (var shown in _signals.Reader.ReadAllAsync(ended.Token))
            {
                if (shown is null)
                {
                    await SendStoredAsync(socket, ended.Token);
                }
                else
                {
                    await SendAsync(socket, ActivitySet.Of([shown], _watermark), ended.Token);
                }
            }

            // Let go at once, the connection would be reset, and the client might lose what was sent last.
            ended.CancelAfter(Farewell);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, ended.Token);
            await listening;
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            // The client went, or the host stops: either way this socket's work is done.
        }
        finally
        {
            await ended.CancelAsync();
            await listening;
        }
    }

    private void Signal(string? shown)
    {
        if (!_signals.Writer.TryWrite(shown))
        {
            _signals.Writer.TryComplete();
        }
    }

    private async Task SendStoredAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        List<DirectLineActivity> rows;
        do
        {
            rows = await ReadAsync(cancellationToken);
            if (rows.Count > 0)
            {
                await SendAsync(socket, ActivitySet.Of(rows, _watermark), cancellationToken);
                _watermark = rows[^1].Sequence;
            }
        }
        while (rows.Count == DirectLineLog.MostAtOnce);
    }

    private async Task<List<DirectLineActivity>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.OpenAsync(cancellationToken);
        return await DirectLineLog.ReadAsync(db, conversationId, _watermark, cancellationToken);
    }

    private static ValueTask SendAsync(WebSocket socket, byte[] frame, CancellationToken cancellationToken) =>
        socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    /// <summary>Clients say nothing here but that they are alive, by empty frames.</summary>
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var ignored = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(ignored.AsMemory(), ended.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
        }

        await ended.CancelAsync();
    }
}
