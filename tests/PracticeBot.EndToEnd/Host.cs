using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PracticeBot.EndToEnd;

/// <summary>The built program, run as a user runs it: its own process, its own folder, a free port on loopback.</summary>
internal sealed class Host : IAsyncDisposable
{
    private readonly StringBuilder _output = new();
    private readonly Dictionary<string, string> _settings;
    private Process? _process;

    private Host(Dictionary<string, string> settings)
    {
        _settings = settings;
        Directory.CreateDirectory(Folder);
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    public Uri Address { get; }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"practicebot-{Guid.NewGuid():N}");

    public HttpClient Http { get; } = new();

    /// <summary>Everything that the program has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="settings">Of the environment, beside those two.</param>
    public static async Task<Host> StartAsync(
        string environment = "Production", string pacing = "none", IReadOnlyDictionary<string, string>? settings = null)
    {
        var host = new Host(new Dictionary<string, string>(settings ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment, ["Practice__Pacing"] = pacing,
        });
        await host.StartAgainAsync();
        return host;
    }

    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Program);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(Address.ToString());
        foreach (var (name, value) in _settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var ready = await Http.GetAsync(new Uri(Address, "/health/ready"), patience.Token);
                if (ready.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(50, patience.Token);
            }

            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The host ended at start:\n{Output}");
            }
        }
    }

    /// <summary>SIGKILL: no warning, no clean-up.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The program as this very build made it.</summary>
    public static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            var configuration = output.Parent!.Name;
            var root = output;
            while (!File.Exists(Path.Combine(root.FullName, "PracticeBot.sln")))
            {
                root = root.Parent ?? throw new InvalidOperationException("PracticeBot.sln stands in no folder above the tests.");
            }

            return Path.Combine(root.FullName, "src", "PracticeBot", "bin", configuration, output.Name, "PracticeBot.dll");
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }
}
