namespace PracticeBot.Models;

/// <summary>Why a call of the model came to nothing.</summary>
public enum ModelFault
{
    TimedOut,
    RateLimited,
    Unauthorised,
    NotFound,

    /// <summary>The provider's filter kept the answer, or the question, back.</summary>
    ContentFiltered,
    ServerError,
    Unreachable,

    /// <summary>The answer broke off, stalled, or was not in the wire format.</summary>
    Broken,

    /// <summary>Too much went wrong lately: nothing is asked for a while.</summary>
    CircuitOpen,

    /// <summary>The request was not accepted.</summary>
    Refused,
}

/// <summary>A call of the model came to nothing. The message holds nothing of what was asked or answered.</summary>
public sealed class ModelFaultException : Exception
{
    public ModelFaultException(ModelFault kind, TimeSpan? retryAfter = null)
        : base($"The model gave no answer: {kind}.") => (Kind, RetryAfter) = (kind, retryAfter);

    public ModelFaultException()
        : this(ModelFault.Broken)
    {
    }

    public ModelFaultException(string message)
        : base(message)
    {
    }

    public ModelFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ModelFault Kind { get; }

    /// <summary>How long the provider asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Another try may go better.</summary>
    public bool IsPassing => Kind is ModelFault.RateLimited or ModelFault.ServerError or ModelFault.Unreachable or ModelFault.TimedOut;
}
