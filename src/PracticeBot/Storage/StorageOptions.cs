using System.Diagnostics.CodeAnalysis;
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
    private const string DefaultConnection = "Data Source=data/practicebot.db";

    private static readonly Setting<StorageProvider> ProviderSetting =
        SettingValues.Choice("Storage:Provider", StorageProvider.Sqlite, "The kind of database.", "postgres");

    private static readonly Setting<SqliteConnectionStringBuilder> ConnectionStringSetting = new(
        "Storage:ConnectionString", new SqliteConnectionStringBuilder(DefaultConnection), TryConnection)
    {
        Default = DefaultConnection,
        Range = "a connection string of SQLite that names a file to write, without a password (what is in memory is lost with the process)",
        Example = DefaultConnection,
        What = "Where the data lies; a relative path begins at the working directory.",
    };

    private static readonly Setting<Durability> DurabilitySetting = SettingValues.Choice(
        "Storage:Durability", Durability.Normal, "What a write survives: `normal`: a killed process; `full`: a power cut too.");

    internal static readonly IReadOnlyList<Setting> Settings = [ProviderSetting, ConnectionStringSetting, DurabilitySetting];

    public StorageProvider Provider { get; private set; }

    public Durability Durability { get; private set; }

    public string ConnectionString { get; private set; } = string.Empty;

    /// <summary>Where the data lies, for people to read.</summary>
    public string Place { get; private set; } = string.Empty;

    internal static OptionsValidationException Unusable(string file, string why) => ConnectionStringSetting.Wrong($"names {file}, {why}");

    internal static void Read(StorageOptions options, IConfiguration configuration)
    {
        options.Provider = ProviderSetting.Of(configuration);
        options.Durability = DurabilitySetting.Of(configuration);
        var connection = new SqliteConnectionStringBuilder(ConnectionStringSetting.Of(configuration).ConnectionString);
        options.Place = Path.GetFullPath(connection.DataSource);
        connection.DataSource = options.Place;
        options.ConnectionString = connection.ConnectionString;
    }

    private static bool TryConnection(string text, [MaybeNullWhen(false)] out SqliteConnectionStringBuilder connection)
    {
        try
        {
            connection = new SqliteConnectionStringBuilder(text);
            return connection.DataSource.Length > 0 && connection.DataSource != ":memory:" && connection.Password.Length == 0
                && connection.Mode is SqliteOpenMode.ReadWriteCreate or SqliteOpenMode.ReadWrite;
        }
        catch (ArgumentException)
        {
            connection = null;
            return false;
        }
    }
}
