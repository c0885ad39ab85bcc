using PracticeBot.Embedded.Encoder;

namespace PracticeBot.Embedded.Learning;

/// <summary>
/// Where the parts of a host find the one fitted assessor that they share. To ask is free at any time; it is loaded by whoever calls
/// <see cref="Load"/> first. Safe to share between threads.
/// </summary>
public sealed class JudgeSource
{
    private readonly Lazy<ReplyJudge?> loaded;

    public JudgeSource(EncoderSource encoder)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        loaded = new(() => encoder.Load() is EncoderState.Ready { Encoder: var ready } ? new ReplyJudge(WeightsFile.Shipped(), ready.Encode) : null);
    }

    /// <summary>One that is there already.</summary>
    public JudgeSource(ReplyJudge judge)
    {
        loaded = new(() => judge);
        _ = loaded.Value;
    }

    /// <summary>Null until it is loaded, and where there is no encoder.</summary>
    public ReplyJudge? Judge => loaded.IsValueCreated ? loaded.Value : null;

    /// <summary>Loads the encoder and the weights, once; takes some tenths of a second, for all who ask meanwhile.</summary>
    /// <exception cref="WeightsFaultException">The weights do not fit this program.</exception>
    public ReplyJudge? Load() => loaded.Value;
}
