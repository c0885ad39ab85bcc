namespace PracticeBot.Embedded.Encoder;

/// <summary>
/// The encoder's package is not there, or not as it was published, or this system cannot use it; everything else works on without it.
/// The message names the file, what is wrong with it and what to do.
/// </summary>
public sealed class EncoderFileException : Exception
{
    /// <summary>Without particulars.</summary>
    public EncoderFileException()
    {
    }

    /// <param name="message">What is wrong and what to do.</param>
    public EncoderFileException(string message)
        : base(message)
    {
    }

    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What the system said.</param>
    public EncoderFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The file's path; null where the fault is no file's.</summary>
    public string? File { get; private init; }

    internal static EncoderFileException Damaged(string file, string what) =>
        new($"{file} is not the published one: {what}. Delete the folder and build the host again: it fetches the package.") { File = file };

    internal static EncoderFileException Unread(string file, Exception fault) => fault is FileNotFoundException or DirectoryNotFoundException
        ? new($"{file} is not there. Build the host with npm at hand: it fetches the package.", fault) { File = file }
        : new($"{file} cannot be read: {fault.Message} Let the host's account read it.", fault) { File = file };
}
