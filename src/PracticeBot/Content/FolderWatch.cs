namespace PracticeBot.Content;

/// <summary>Lets an edit of a file show at once.</summary>
public abstract class FolderWatch(ContentFolder folder, TimeProvider time, ILogger logger) : IHostedService, IDisposable
{
    /// <summary>An editor writes a file in several steps: read once it has come to rest.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(150);

    /// <summary>Where the system tells of no changes.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private FileSystemWatcher? watcher;
    private ITimer? timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!folder.Exists)
        {
            SayThatItIsMissing();
            return Task.CompletedTask;
        }

        timer = time.CreateTimer(_ => ReloadOnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            watcher = Watching(folder.Path);
        }
        catch (IOException)
        {
            // The system's number of watched folders is used up.
            Log.NotWatched(logger, folder.Path, Look.TotalSeconds);
            timer.Change(Look, Look);
        }

        // What changed between reading and watching.
        Reload();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what changed.</summary>
    protected abstract void Reload();

    protected abstract void SayThatItIsMissing();

    /// <summary>What was read last stays, whatever the exception was.</summary>
    protected abstract void SayThatItIsKept(Exception fault);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            watcher?.Dispose();
            timer?.Dispose();
        }
    }

    /// <summary>Editors write in place, or write beside and rename over, or delete and create: any event means looking again.</summary>
    private FileSystemWatcher Watching(string path)
    {
        var watching = new FileSystemWatcher(path)
        {
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
        };
        watching.Changed += (_, _) => LookSoon();
        watching.Created += (_, _) => LookSoon();
        watching.Deleted += (_, _) => LookSoon();
        watching.Renamed += (_, _) => LookSoon();
        watching.Error += (_, _) => LookSoon();
        watching.EnableRaisingEvents = true;
        return watching;
    }

    /// <summary>On a timer's thread, where what is thrown would end the program for everybody.</summary>
    private void ReloadOnTimer()
    {
        try
        {
            Reload();
        }
#pragma warning disable CA1031 // All stays as it was, whatever it was.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            SayThatItIsKept(fault);
        }
    }

    private void LookSoon() => timer?.Change(Rest, Timeout.InfiniteTimeSpan);
}
