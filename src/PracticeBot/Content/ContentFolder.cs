namespace PracticeBot.Content;

/// <summary>A folder of files that the program reads and that its owner may edit.</summary>
public abstract record ContentFolder(string Path)
{
    public bool Exists => Directory.Exists(Path);

    /// <summary>The working directory's folder where it stands there, else the one beside the program.</summary>
    /// <param name="name">Of the folder.</param>
    protected static string Nearest(string name, string workingDirectory, string programDirectory)
    {
        var near = System.IO.Path.Combine(workingDirectory, name);
        return Directory.Exists(near) ? near : System.IO.Path.Combine(programDirectory, name);
    }
}
