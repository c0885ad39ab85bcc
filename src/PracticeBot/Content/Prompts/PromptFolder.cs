namespace PracticeBot.Content.Prompts;

/// <summary>The folder of prompt files.</summary>
public sealed record PromptFolder(string Path) : ContentFolder(Path)
{
    public const string Name = "prompts";

    /// <summary>The working directory's folder where it stands there, else the one beside the program.</summary>
    public static PromptFolder Standard() => In(Environment.CurrentDirectory, AppContext.BaseDirectory);

    public static PromptFolder In(string workingDirectory, string programDirectory) => new(Nearest(Name, workingDirectory, programDirectory));

    public string FileOf(PromptContract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return System.IO.Path.Combine(Path, contract.Name + PromptReader.Extension);
    }
}
