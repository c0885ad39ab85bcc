namespace PracticeBot.Embedded.Encoder;

/// <summary>Where the parts of a host find the encoder once it is loaded. What needs it works on without it until then, or for good.</summary>
public sealed class EncoderSource
{
    private volatile SentenceEncoder? _encoder;

    /// <summary>Null while it is being loaded, and where the package is not there.</summary>
    public SentenceEncoder? Encoder => _encoder;

    /// <summary>From now on it is there.</summary>
    public void Provide(SentenceEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        _encoder = encoder;
    }
}
