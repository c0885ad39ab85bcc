using System.Diagnostics.Metrics;
using Azure.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PracticeBot.Models;
using PracticeBot.Models.Gateway;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Models;

/// <summary>The one way to a model, against a server that speaks the provider's protocol.</summary>
public sealed class GatewayTests
{
    private const string Secret = "my sister's name is Clementine";

    private static readonly ChatMessage[] Asked = [new(ChatRole.User, Secret)];

    [Theory]
    [InlineData(429, ModelFault.RateLimited, 3)]
    [InlineData(408, ModelFault.TimedOut, 3)]
    [InlineData(500, ModelFault.ServerError, 3)]
    [InlineData(503, ModelFault.ServerError, 3)]
    [InlineData(400, ModelFault.Refused, 1)]
    [InlineData(401, ModelFault.Unauthorised, 1)]
    [InlineData(403, ModelFault.Unauthorised, 1)]
    [InlineData(404, ModelFault.NotFound, 1)]
    public async Task What_may_pass_is_tried_again_and_what_will_not_is_not(int status, ModelFault kind, int requests)
    {
        await using var server = await FakeModelServer.StartAsync(_ => FakeAnswer.Fails(status));
        await using var gateway = Gateway.To(server);

        (await FaultAsync(gateway.Chat)).Kind.ShouldBe(kind);

        server.Requests.Count.ShouldBe(requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_try_that_succeeds_is_the_answer(bool isStreamed)
    {
        await using var server = await FakeModelServer.StartAsync(request => request.Attempt == 1 ? FakeAnswer.Fails(500) : FakeAnswer.Says("Well."));
        await using var gateway = Gateway.To(server);

        var text = isStreamed
            ? string.Concat((await StreamedAsync(gateway.Chat)).Select(update => update.Text))
            : (await gateway.Chat.GetResponseAsync(Asked, cancellationToken: TestContext.Current.CancellationToken)).Text;

        text.ShouldBe("Well.");
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_asks_for_a_minute_is_not_waited_for()
    {
        await using var server = await FakeModelServer.StartAsync(_ => FakeAnswer.Fails(429, retryAfter: 60));
        await using var gateway = Gateway.To(server);

        (await FaultAsync(gateway.Chat)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(60));

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_has_begun_to_come_is_not_asked_for_again()
    {
        await using var server = await FakeModelServer.StartAsync(_ => FakeAnswer.Says("It goes on and on and on and on.") with { DropsAfter = 4, TokensPerSecond = 20 });
        await using var gateway = Gateway.To(server);
        var heard = new List<string>();

        var fault = await Should.ThrowAsync<ModelFaultException>(async () =>
        {
            await foreach (var update in gateway.Chat.GetStreamingResponseAsync(Asked, cancellationToken: TestContext.Current.CancellationToken))
            {
                heard.Add(update.Text);
            }
        });

        fault.Kind.ShouldBeOneOf(ModelFault.Broken, ModelFault.Unreachable);
        string.Concat(heard).ShouldStartWith("It goes");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_much_has_gone_wrong_nothing_is_asked_for_a_while_and_the_host_is_ready_all_the_same()
    {
        await using var server = await FakeModelServer.StartAsync(_ => FakeAnswer.Fails(500));
        using var folder = new TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder, [.. server.Settings, "--Model:ApiKey=the-key"]);
        var chat = host.Services.GetRequiredService<IChatClient>();
        ModelFaultException fault;
        do
        {
            fault = await FaultAsync(chat);
        }
        while (fault.Kind == ModelFault.ServerError);
        var asked = server.Requests.Count;

        (await FaultAsync(chat)).Kind.ShouldBe(ModelFault.CircuitOpen);

        server.Requests.Count.ShouldBe(asked);
        using var ready = await host.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        ready.IsSuccessStatusCode.ShouldBeTrue();
        var body = await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        body.ShouldContain("\"degraded\"");
        body.ShouldContain("fake at 127.0.0.1 does not answer");
        body.ShouldNotContain("the-key");
    }

    [Fact]
    public async Task No_more_calls_than_allowed_are_open_at_once()
    {
        await using var server = await FakeModelServer.StartAsync(_ => FakeAnswer.Says("A little while.") with { FirstToken = TimeSpan.FromMilliseconds(50), TokensPerSecond = 50 });
        await using var gateway = Gateway.To(server, ("Model:MaxConcurrent", "2"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StreamedAsync(gateway.Chat)));

        server.Requests.Count.ShouldBe(8);
        server.MostAtOnce.ShouldBe(2);
    }

    [Fact]
    public async Task Azure_is_asked_under_its_own_path_with_its_own_header()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var gateway = Gateway.To(server, server.AzureSettings);

        await gateway.Chat.GetResponseAsync(Asked, cancellationToken: TestContext.Current.CancellationToken);

        var request = server.Requests.Single();
        request.Path.ShouldBe("/openai/v1/chat/completions");
        request.Headers["api-key"].ShouldBe("azure-key");
        request.Headers.ContainsKey("Authorization").ShouldBeFalse();
        ((string?)request.Body["model"]).ShouldBe("deployed");
    }

    [Fact]
    public void Without_a_key_azure_is_asked_as_the_hosts_identity()
    {
        var options = new ModelOptions();
        ModelOptions.Read(options, new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Model:Provider"] = "azure-openai", ["Model:Endpoint"] = "https://example.openai.azure.com", ["Model:Name"] = "deployed",
        }).Build());
        var asked = 0;

        using var http = new HttpClient();
        ProviderClient.For(options, http, () =>
        {
            asked++;
            return new Identity();
        }).Dispose();

        options.Faults().ShouldBeEmpty();
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task Calls_are_measured_by_the_common_names_and_nothing_that_was_said_is_among_it()
    {
        var measured = new List<(string Name, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == ModelMeter.Name)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        await using var server = await FakeModelServer.StartAsync(_ => FakeAnswer.Says("Clementine it is, then, and what was it like?"));
        await using var gateway = Gateway.To(server, ("Model:Name", "measured"), ("Model:Price:Input", "1000"), ("Model:Price:Output", "2000"));

        await StreamedAsync(gateway.Chat);

        lock (measured)
        {
            var own = measured.Where(one => one.Tags.Contains("measured", StringComparison.Ordinal)).ToList();
            own.Count(one => one.Name == "gen_ai.client.token.usage" && one.Value > 0).ShouldBe(2);
            own.ShouldContain(one => one.Name == "gen_ai.client.operation.duration");
            own.ShouldContain(one => one.Name == "gen_ai.server.time_to_first_token");
            own.ShouldContain(one => one.Name == "practicebot.model.cost" && one.Value > 0);
            own.ShouldAllBe(one => !one.Tags.Contains("Clementine", StringComparison.Ordinal));
        }

        gateway.Logs.Text.ShouldNotContain("Clementine");

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (measured)
            {
                measured.Add((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
            }
        }
    }

    [Fact]
    public async Task A_fault_tells_nothing_of_what_was_asked_or_answered()
    {
        await using var server = await FakeModelServer.StartAsync(_ => FakeAnswer.Fails(400));
        await using var gateway = Gateway.To(server);

        (await FaultAsync(gateway.Chat)).ToString().ShouldNotContain("Clementine");

        gateway.Logs.Text.ShouldNotContain("Clementine");
    }

    [Fact]
    public async Task Who_calls_it_off_has_called_it_off()
    {
        await using var server = await FakeModelServer.StartAsync(_ => FakeAnswer.Says("Late.") with { FirstToken = TimeSpan.FromMinutes(1) });
        await using var gateway = Gateway.To(server);
        using var off = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => gateway.Chat.GetResponseAsync(Asked, cancellationToken: off.Token));
    }

    private static async Task<ModelFaultException> FaultAsync(IChatClient chat) => await Should.ThrowAsync<ModelFaultException>(
        () => chat.GetResponseAsync(Asked, cancellationToken: TestContext.Current.CancellationToken));

    private static async Task<List<ChatResponseUpdate>> StreamedAsync(IChatClient chat)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in chat.GetStreamingResponseAsync(Asked, cancellationToken: TestContext.Current.CancellationToken))
        {
            updates.Add(update);
        }

        return updates;
    }

    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    /// <summary>The gateway as the host builds it.</summary>
    private sealed class Gateway(ServiceProvider services, BotHost.CapturedLogs logs) : IAsyncDisposable
    {
        public IChatClient Chat => services.GetRequiredService<IChatClient>();

        public BotHost.CapturedLogs Logs => logs;

        public static Gateway To(FakeModelServer server, params (string Key, string Value)[] settings) =>
            To(server, [.. server.Settings, .. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);

        public static Gateway To(FakeModelServer server, string[] settings)
        {
            var configuration = new ConfigurationBuilder().AddCommandLine(settings).Build();
            var logs = new BotHost.CapturedLogs();
            var services = new ServiceCollection()
                .AddSingleton<IConfiguration>(configuration)
                .AddSingleton(TimeProvider.System)
                .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs))
                .AddModel(configuration)
                .BuildServiceProvider();
            return new Gateway(services, logs);
        }

        public ValueTask DisposeAsync() => services.DisposeAsync();
    }
}
