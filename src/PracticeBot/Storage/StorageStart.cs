using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace PracticeBot.Storage;

/// <summary>Makes the store ready before anything else of the host starts.</summary>
internal sealed class StorageStart(
    IDbContextFactory<PracticeDb> contexts, IOptions<StorageOptions> options, TimeProvider time) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var file = options.Value.Place;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await StorageMigration.RunAsync(db, file, time, cancellationToken);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw StorageOptions.Unwritable(file);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
