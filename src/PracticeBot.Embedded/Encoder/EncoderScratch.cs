namespace PracticeBot.Embedded.Encoder;

/// <summary>The numbers of one forward pass, rows of tokens; rented, since they take 1.6 megabytes.</summary>
internal sealed class EncoderScratch
{
    private static readonly int Rows = WeightMatrix.RowsFor(SentenceEncoder.MostTokens);

    /// <summary>What goes from layer to layer.</summary>
    public float[] State { get; } = new float[Rows * TransformerLayer.Width];

    public float[] Normal { get; } = new float[Rows * TransformerLayer.Width];

    public float[] Kept { get; } = new float[Rows * TransformerLayer.Width];

    public float[] Wide { get; } = new float[Rows * TransformerLayer.Inner];

    public float[] Weights { get; } = new float[SentenceEncoder.MostTokens];
}
