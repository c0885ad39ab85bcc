namespace PracticeBot.Turns;

/// <summary>Where the build lays the sentence encoder's files.</summary>
internal static class EncoderFolder
{
    public static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "models", "@energetic-ai", "model-embeddings-en", "0.2.0", "dist");
}
