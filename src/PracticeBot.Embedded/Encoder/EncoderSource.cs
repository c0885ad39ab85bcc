namespace PracticeBot.Embedded.Encoder;

/// <summary>
/// Where the parts of a host find the one encoder that they share. To ask is free at any time; it is loaded by whoever calls
/// <see cref="Load"/> first. Safe to share between threads.
/// </summary>
/// <param name="folder">Where the files of the package's <c>dist</c> lie.</param>
public sealed class EncoderSource(string folder)
{
    private readonly Lazy<EncoderState> _loaded = new(() => Load(folder));

    /// <summary>How it stands now, without waiting.</summary>
    public EncoderState State => _loaded.IsValueCreated ? _loaded.Value : EncoderState.Loading.Instance;

    /// <summary>Null until it is loaded, and where it is absent.</summary>
    public SentenceEncoder? Encoder => (State as EncoderState.Ready)?.Encoder;

    /// <summary>Loads it, once; takes some tenths of a second, for all who ask meanwhile.</summary>
    /// <returns><see cref="EncoderState.Ready"/> or <see cref="EncoderState.Absent"/>.</returns>
    public EncoderState Load() => _loaded.Value;

    private static EncoderState Load(string folder)
    {
        try
        {
            return new EncoderState.Ready(SentenceEncoder.Load(folder));
        }
        catch (EncoderFileException fault)
        {
            return new EncoderState.Absent(fault.Message);
        }
    }
}
