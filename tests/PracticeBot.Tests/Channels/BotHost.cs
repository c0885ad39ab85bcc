using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PracticeBot.Channels;
using PracticeBot.Tests.Storage;

namespace PracticeBot.Tests.Channels;

/// <summary>The real host on a free port, with a bot of the test's own and a store in a folder of the test's own.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BotHost(WebApplication app, CapturedLogs logs)
    {
        _app = app;
        Logs = logs;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public CapturedLogs Logs { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<BotHost> StartAsync(TemporaryFolder folder, Func<TurnContext, Task> bot, params string[] settings) =>
        StartAsync(folder, bot, _ => { }, settings);

    public static async Task<BotHost> StartAsync(
        TemporaryFolder folder, Func<TurnContext, Task> bot, Action<WebApplicationBuilder> configure, params string[] settings)
    {
        var logs = new CapturedLogs();
        var app = PracticeHost.Build(["--urls=http://127.0.0.1:0", folder.Storage, .. settings], builder =>
        {
            builder.Logging.AddProvider(logs);
            builder.Services.AddScoped<ActivityHandler>(_ => new Bot(bot));
            configure(builder);
        });
        await app.StartAsync();
        return new BotHost(app, logs);
    }

    /// <summary>With the bot that learners meet.</summary>
    public static Task<BotHost> StartPracticeAsync(TemporaryFolder folder, params string[] settings) => StartPracticeAsync(folder, _ => { }, settings);

    public static async Task<BotHost> StartPracticeAsync(TemporaryFolder folder, Action<WebApplicationBuilder> configure, params string[] settings)
    {
        var logs = new CapturedLogs();
        var app = PracticeHost.Build(
            ["--urls=http://127.0.0.1:0", "--Practice:Pacing=none", folder.Storage, .. settings],
            builder =>
            {
                builder.Logging.AddProvider(logs);
                configure(builder);
            });
        await app.StartAsync();
        return new BotHost(app, logs);
    }

    /// <summary>Answers every message with itself.</summary>
    public static Task Echo(TurnContext turn)
    {
        if (turn.Activity.Type == ActivityTypes.Message)
        {
            turn.Send(new Activity { Text = $"echo: {turn.Activity.Text}" });
        }

        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class Bot(Func<TurnContext, Task> bot) : ActivityHandler
    {
        public override Task OnTurnAsync(TurnContext turnContext, CancellationToken cancellationToken) => bot(turnContext);
    }

    /// <summary>Every line that the host's default settings let through.</summary>
    internal sealed class CapturedLogs : ILoggerProvider
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Text => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

        public void Dispose()
        {
        }

        private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue($"{logLevel} {category}[{eventId.Id}] {formatter(state, exception)} {exception}");
        }
    }
}
