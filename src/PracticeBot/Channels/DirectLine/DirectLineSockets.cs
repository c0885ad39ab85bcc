using System.Collections.Immutable;

namespace PracticeBot.Channels.DirectLine;

/// <summary>Who is looking at which conversation.</summary>
internal sealed class DirectLineSockets
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ImmutableArray<DirectLineSocket>> _open = new(StringComparer.Ordinal);

    public void Add(string conversationId, DirectLineSocket socket)
    {
        lock (_lock)
        {
            _open[conversationId] = At(conversationId).Add(socket);
        }
    }

    public void Remove(string conversationId, DirectLineSocket socket)
    {
        lock (_lock)
        {
            if (At(conversationId).Remove(socket) is { IsEmpty: false } left)
            {
                _open[conversationId] = left;
            }
            else
            {
                _open.Remove(conversationId);
            }
        }
    }

    /// <summary>Something was stored for this conversation.</summary>
    public void Stored(string conversationId)
    {
        foreach (var socket in Looking(conversationId))
        {
            socket.Stored();
        }
    }

    /// <summary>Something is shown once and not kept.</summary>
    public void Show(string conversationId, string activity)
    {
        foreach (var socket in Looking(conversationId))
        {
            socket.Show(activity);
        }
    }

    /// <summary>The conversation is gone: whoever looks is shown out, after what was shown last.</summary>
    public void Close(string conversationId)
    {
        foreach (var socket in Looking(conversationId))
        {
            socket.Close();
        }
    }

    private ImmutableArray<DirectLineSocket> Looking(string conversationId)
    {
        lock (_lock)
        {
            return At(conversationId);
        }
    }

    private ImmutableArray<DirectLineSocket> At(string conversationId) => _open.GetValueOrDefault(conversationId, []);
}
