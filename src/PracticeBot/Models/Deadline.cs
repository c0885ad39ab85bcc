namespace PracticeBot.Models;

/// <summary>A time by which something has to be there, which may be moved.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _late;
    private readonly CancellationTokenSource _either;

    /// <param name="time">From now; <see cref="Timeout.InfiniteTimeSpan"/> for never.</param>
    /// <param name="cancellationToken">Ends the wait as well.</param>
    public Deadline(TimeSpan time, TimeProvider provider, CancellationToken cancellationToken)
    {
        _late = new CancellationTokenSource(time, provider);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_late.Token, cancellationToken);
    }

    public CancellationToken Token => _either.Token;

    public bool HasPassed => _late.IsCancellationRequested;

    public void MoveTo(TimeSpan time) => _late.CancelAfter(time);

    public void Dispose()
    {
        _either.Dispose();
        _late.Dispose();
    }
}
