using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PracticeBot.Benchmarks;

/// <summary>The program as it was built with these benchmarks, run in a folder of its own, with pacing none.</summary>
internal sealed class BuiltProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private BuiltProgram(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Processor time that the program has taken so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="settings">As the host takes them.</param>
    public static async Task<BuiltProgram> StartAsync(params IReadOnlyList<string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("practicebot-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Program);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address.ToString());
        foreach (var setting in settings)
        {
            start.ArgumentList.Add(setting);
        }

        start.Environment["Practice__Pacing"] = "none";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();

        using var http = new HttpClient();
        while (!process.HasExited)
        {
            try
            {
                using var ready = await http.GetAsync(new Uri(address, "/health/ready"));
                if (ready.IsSuccessStatusCode)
                {
                    return new BuiltProgram(process, folder, address);
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }

        throw new InvalidOperationException("The program ended at its start.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The folder that holds the solution.</summary>
    public static string Root
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "PracticeBot.sln")))
            {
                root = root.Parent ?? throw new InvalidOperationException("PracticeBot.sln stands in no folder above the benchmarks.");
            }

            return root.FullName;
        }
    }

    public static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(Root, "src", "PracticeBot", "bin", output.Parent!.Name, output.Name, "PracticeBot.dll");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
