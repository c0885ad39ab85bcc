using Microsoft.EntityFrameworkCore;

namespace PracticeBot.Storage;

/// <summary>
/// Brings a SQLite file up to date. The migrator's own lock is a row that stays for ever when its holder is killed; so the lock
/// here is one on a file, which the system lets go with the process, and under it a row that was left behind is removed.
/// </summary>
internal static class StorageMigration
{
    private const int MostPauses = 600;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(PracticeDb db, string file, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var held = await HoldAsync(file + ".migrating", time, cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        // A process that was killed leaves its log behind, and in it what it was about to delete.
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static async Task<FileStream> HoldAsync(string file, TimeProvider time, CancellationToken cancellationToken)
    {
        for (var pauses = 0; ; pauses++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException fault) when (IsHeld(fault) && pauses < MostPauses)
            {
                // Another host is at it.
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }
    /// <summary>Another process holds the file: the system's word for it on Windows, on Linux and on macOS.</summary>
    private static bool IsHeld(IOException fault) => fault.HResult is unchecked((int)0x80070020) or 11 or 35;
}
