using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace PracticeBot.Storage;

/// <summary>Makes the store ready before anything else of the host starts.</summary>
internal sealed class StorageStart(
    IDbContextFactory<PracticeDb> contexts, IOptions<StorageOptions> options, TimeProvider time) : IHostedLifecycleService
{
    private const string NotWritable = "which this process cannot write";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var file = options.Value.Place;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await StorageMigration.RunAsync(db, file, time, cancellationToken);
        }
        catch (Exception fault) when (TroubleWithTheFile(fault) is { } trouble)
        {
            throw StorageOptions.Unusable(file, trouble);
        }
    }

    private static string? TroubleWithTheFile(Exception fault) => fault switch
    {
        UnauthorizedAccessException or IOException => NotWritable,
        SqliteException { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR or raw.SQLITE_PERM } => NotWritable,
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => "where no room is left",
        SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT } => "which is no database of SQLite, or a broken one",
        _ => null,
    };

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
