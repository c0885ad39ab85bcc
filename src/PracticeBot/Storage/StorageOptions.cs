using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PracticeBot.Hosting;

namespace PracticeBot.Storage;

public enum StorageProvider
{
    Sqlite,
}

/// <summary>What a committed write has to survive.</summary>
public enum Durability
{
    /// <summary>The end of the process, however sudden.</summary>
    Normal,

    /// <summary>The end of the machine's power too; every commit waits for the disk.</summary>
    Full,
}

/// <summary>Where and how the data is kept.</summary>
public sealed record StorageOptions
{
    private const string ConnectionStringKey = "Storage:ConnectionString";
    private const string Example = "Data Source=data/practicebot.db";

    public StorageProvider Provider { get; private set; }

    public Durability Durability { get; private set; }

    public string ConnectionString { get; private set; } = string.Empty;

    /// <summary>Where the data lies, for people to read.</summary>
    public string Place { get; private set; } = string.Empty;

    internal static OptionsValidationException Unwritable(string file) =>
        Setting.Fault(ConnectionStringKey, $"names {file}, which this process cannot write", Example);

    internal static void Read(StorageOptions options, IConfiguration configuration)
    {
        options.Provider = configuration.Choice("Storage:Provider", StorageProvider.Sqlite);
        options.Durability = configuration.Choice("Storage:Durability", Durability.Normal);

        SqliteConnectionStringBuilder builder;
        try
        {
            builder = new SqliteConnectionStringBuilder(configuration.Text(ConnectionStringKey) ?? Example);
        }
        catch (ArgumentException)
        {
            throw Setting.Fault(ConnectionStringKey, "is not a connection string of SQLite", Example);
        }

        if (builder.DataSource.Length == 0 || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory)
        {
            throw Setting.Fault(ConnectionStringKey, "must name a file: what is in memory is lost with the process", Example);
        }

        options.Place = Path.GetFullPath(builder.DataSource);
        builder.DataSource = options.Place;
        options.ConnectionString = builder.ConnectionString;
    }
}
