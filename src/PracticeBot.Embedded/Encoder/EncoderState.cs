namespace PracticeBot.Embedded.Encoder;

/// <summary>What has become of the encoder in this process.</summary>
public abstract record EncoderState
{
    private EncoderState()
    {
    }

    /// <summary>It is not there yet; what needs it works without it until it is.</summary>
    public sealed record Loading : EncoderState
    {
        internal static Loading Instance { get; } = new();
    }

    /// <summary>It is there, for as long as the process lives.</summary>
    public sealed record Ready(SentenceEncoder Encoder) : EncoderState;

    /// <summary>It will not be there in this process.</summary>
    /// <param name="Reason">For whoever runs the host: which file, what is wrong with it, what to do.</param>
    public sealed record Absent(string Reason) : EncoderState;
}
