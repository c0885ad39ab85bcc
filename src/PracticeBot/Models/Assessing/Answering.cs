namespace PracticeBot.Models.Assessing;

/// <summary>One judgement that comes in: first what decides, then the rest.</summary>
internal sealed class Answering(StreamedCall call, Quotes quotes, Deadline deadline)
{
    private readonly AnswerReader _reader = new();
    private readonly IAsyncEnumerator<string> _text = call.TextAsync(deadline.Token).GetAsyncEnumerator(deadline.Token);

    public Quotes Quotes => quotes;

    public ModelUsage Usage => call.Usage;

    /// <exception cref="AnswerFaultException">It can't be used.</exception>
    /// <exception cref="ModelFaultException">The model failed.</exception>
    public async Task<DecidingAnswer> DecidingAsync()
    {
        while (!_reader.IsTooLong && await _text.MoveNextAsync())
        {
            _reader.Add(_text.Current);
            if (_reader.Deciding(_text.Current) is { } deciding)
            {
                return deciding;
            }
        }

        throw new AnswerFaultException(AnswerFault.Incomplete);
    }

    /// <summary>The rest is not wanted: the call gives up its place at once.</summary>
    public ValueTask StopAsync() => _text.DisposeAsync();

    /// <summary>As far as it comes in time.</summary>
    public async Task<ExplainingAnswer> RestAsync()
    {
        try
        {
            while (!_reader.IsTooLong && await _text.MoveNextAsync())
            {
                _reader.Add(_text.Current);
            }
        }
        catch (Exception fault) when (fault is ModelFaultException or OperationCanceledException)
        {
            // The verdict stands; what it had to say for itself is cut short.
        }
        finally
        {
            await _text.DisposeAsync();
            deadline.Dispose();
        }

        return _reader.Explaining();
    }
}
