using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Encoder;

/// <summary>The host beside its encoder: there, or not there and why.</summary>
public sealed class EncoderLoadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_host_that_is_up_gets_its_encoder_and_says_so_once()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);

        await LogAsync(host, "[600]");

        host.Services.GetRequiredService<EncoderSource>().Encoder.ShouldNotBeNull();
        host.Logs.Text.Split('\n').Count(line => line.Contains("sentence encoder", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_host_without_it_says_why_and_works_on()
    {
        var nowhere = Path.Combine(_folder.Path, "nowhere");
        await using var host = await BotHost.StartAsync(
            _folder, BotHost.Echo, builder => builder.Services.AddSingleton(new EncoderSource(nowhere)));

        await LogAsync(host, "[601]");

        var source = host.Services.GetRequiredService<EncoderSource>();
        source.Encoder.ShouldBeNull();
        source.State.ShouldBeOfType<EncoderState.Absent>().Reason.ShouldContain(nowhere);
        host.Logs.Text.ShouldContain(nowhere);
        using var ready = await host.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        var client = await DirectLineClient.StartAsync(host);
        await client.SayAsync("hello");
        await client.HearAsync(1);
    }

    [Fact]
    public void Until_it_is_loaded_nobody_waits_and_all_get_the_same()
    {
        var source = new EncoderSource(Turns.EncoderFolder.Path);
        source.State.ShouldBeOfType<EncoderState.Loading>();
        source.Encoder.ShouldBeNull();

        var loaded = source.Load().ShouldBeOfType<EncoderState.Ready>();

        source.Load().ShouldBeSameAs(loaded);
        source.Encoder.ShouldBeSameAs(loaded.Encoder);
    }

    private static async Task LogAsync(BotHost host, string line)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!host.Logs.Text.Contains(line, StringComparison.Ordinal))
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
