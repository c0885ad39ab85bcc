using Microsoft.EntityFrameworkCore;

namespace PracticeBot.Storage;

/// <summary>Writes in short transactions, one at a time: SQLite has one writer, and waiting here costs no thread.</summary>
public sealed class PracticeStore(IDbContextFactory<PracticeDb> contexts) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);

    public Task<PracticeDb> OpenAsync(CancellationToken cancellationToken) => contexts.CreateDbContextAsync(cancellationToken);

    /// <summary>Runs a change and saves it, with everything that it added to the context, or nothing at all.</summary>
    public async Task<T> WriteAsync<T>(Func<PracticeDb, Task<T>> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await WriteAsync(db, change, cancellationToken);
    }

    /// <summary>Runs a change that is a single statement, and so needs no transaction of its own.</summary>
    public async Task<T> WriteOneAsync<T>(Func<PracticeDb, Task<T>> statement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await statement(db);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Runs a change on a context that already holds what is to be saved with it.</summary>
    public async Task<T> WriteAsync<T>(PracticeDb db, Func<PracticeDb, Task<T>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(change);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await change(db);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();
}
