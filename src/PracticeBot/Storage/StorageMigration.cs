using Microsoft.EntityFrameworkCore;

namespace PracticeBot.Storage;

/// <summary>
/// Brings a SQLite file up to date. The migrator's own lock is a row that stays for ever when its holder is killed; so the lock
/// here is one on a file, which the system lets go with the process, and under it a row that was left behind is removed.
/// </summary>
internal static class StorageMigration
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(PracticeDb db, string file, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var held = await HoldAsync(file + ".migrating", time, cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static async Task<FileStream> HoldAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException error) when (error is not (DirectoryNotFoundException or PathTooLongException))
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }
}
