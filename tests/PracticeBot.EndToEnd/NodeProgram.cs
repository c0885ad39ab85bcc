using System.Diagnostics;

namespace PracticeBot.EndToEnd;

/// <summary>A program in Node that runs beside a test, in a folder of its own, and ends with it.</summary>
internal sealed class NodeProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private NodeProgram(Process process, string folder) => (_process, _folder) = (process, folder);

    /// <summary>Starts it and waits for a line that it prints.</summary>
    public static async Task<(NodeProgram Program, string Line)> StartAsync(string node, Predicate<string> isReady, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("practicebot-").FullName;
        var start = new ProcessStartInfo(node)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        // The playground would open a window on the desk of whoever runs the tests.
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        // Read to its end, so that whatever it prints later fills no pipe.
        process.OutputDataReceived += (_, printed) =>
        {
            if (printed.Data is null)
            {
                ready.TrySetException(new InvalidOperationException("The program ended before it was ready."));
            }
            else if (isReady(printed.Data))
            {
                ready.TrySetResult(printed.Data);
            }
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var program = new NodeProgram(process, folder);
        try
        {
            return (program, await ready.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
