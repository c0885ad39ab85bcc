namespace PracticeBot.Tests.Storage;

/// <summary>A folder that goes when the test does.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("practicebot-").FullName;

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "data", "practicebot.db");

    public string Storage => $"--Storage:ConnectionString=Data Source={Database}";

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
