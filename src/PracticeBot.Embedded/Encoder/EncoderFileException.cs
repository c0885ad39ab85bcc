namespace PracticeBot.Embedded.Encoder;

/// <summary>The encoder's package is not there, or not as it was published; everything else works on without it.</summary>
public sealed class EncoderFileException : Exception
{
    public EncoderFileException()
    {
    }

    public EncoderFileException(string message)
        : base(message)
    {
    }

    public EncoderFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static EncoderFileException Missing(string file) => new($"{file} is not there. Build the host with npm at hand: it fetches the package.");

    internal static EncoderFileException Damaged(string file, string what) =>
        new($"{file} is not the published one: {what}. Delete the folder and build the host again: it fetches the package.");
}
