using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Hosting;

public sealed class HostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Model:Name", "--Model:Provider=openai", "--Model:Endpoint=http://localhost:11434/v1")]
    [InlineData("Model:ApiKey", "--Model:Provider=openai", "--Model:Name=some")]
    [InlineData("Model:ApiKey", "--Model:Provider=openai", "--Model:Name=some", "--Model:Endpoint=https://models.example/v1")]
    [InlineData("Model:Endpoint", "--Model:Provider=azure-openai", "--Model:Name=some")]
    public async Task A_model_that_is_half_configured_stops_the_host_and_names_what_is_missing(string key, params string[] settings)
    {
        var fault = await Should.ThrowAsync<OptionsValidationException>(async () =>
        {
            await using var app = PracticeHost.Build(["--urls=http://127.0.0.1:0", _folder.Storage, .. settings]);
            app.Services.GetRequiredService<IStartupValidator>().Validate();
        });

        fault.Failures.ShouldHaveSingleItem().ShouldStartWith($"{key} must be set ");
        fault.Message.ShouldContain($"Example: {key}=");
    }

    [Theory]
    [InlineData("Storage:Provider", "oracle")]
    [InlineData("Storage:Provider", "0")]
    [InlineData("Storage:Durability", "somewhat")]
    [InlineData("Storage:ConnectionString", "nonsense")]
    [InlineData("Storage:ConnectionString", "Data Source=:memory:")]
    [InlineData("DirectLine:TokenLifetime", "soon")]
    [InlineData("DirectLine:TokenLifetime", "00:00:00")]
    [InlineData("DirectLine:TokenLifetime", "7")]
    [InlineData("DirectLine:TrustedOrigins", "school.example")]
    [InlineData("DirectLine:TrustedOrigins", "https://school.example/page")]
    [InlineData("DirectLine:Secrets", "short")]
    [InlineData("PublicUrl", "practice.example")]
    [InlineData("PublicUrl", "https://practice.example/bot?x=1")]
    [InlineData("MicrosoftAppId", "my-bot")]
    [InlineData("ForwardedHeaders:KnownProxies", "the-proxy")]
    [InlineData("ForwardedHeaders:KnownProxies:0", "5")]
    [InlineData("Practice:Pacing", "fast")]
    [InlineData("Practice:Pacing", "1")]
    [InlineData("Practice:Mode", "loud")]
    [InlineData("Practice:DefaultPersona", "nobody")]
    [InlineData("Practice:DefaultPersona", "no body")]
    [InlineData("Storage:Provider", "postgres")]
    [InlineData("Storage:ConnectionString", "Data Source=x.db;Mode=ReadOnly")]
    [InlineData("DirectLine:TokenLifetime", "2.00:00:00")]
    [InlineData("DirectLine:Secrets:0", "")]
    [InlineData("DirectLine:Secrets", "2f1c7e0b9a5d4c6e8f3b,,")]
    [InlineData("Safety:Resources:zz-bad", "a number")]
    [InlineData("Safety:Resources:en", "")]
    [InlineData("Model:Provider", "another")]
    [InlineData("Model:MaxConcurrent", "0")]
    [InlineData("Model:Price:Input", "cheap")]
    [InlineData("Model:Endpoint", "localhost")]
    [InlineData("Model:TimeBudget", "soon")]
    [InlineData("Retention:Days", "-1")]
    [InlineData("Retention:Days", "0")]
    [InlineData("Retention:Days", "long")]
    [InlineData("MicrosoftAppType", "Foo")]
    [InlineData("MicrosoftAppTenantId", "my tenant")]
    [InlineData("urls", "nowhere")]
    [InlineData("urls", "http://localhost:3978/bot")]
    public async Task A_wrong_setting_stops_the_host_and_says_which_what_and_how_else(string key, string value)
    {
        var fault = await Should.ThrowAsync<OptionsValidationException>(async () =>
        {
            await using var app = PracticeHost.Build(
                ["--urls=http://127.0.0.1:0", .. key.StartsWith("Storage:C", StringComparison.Ordinal) ? [] : new[] { _folder.Storage }, $"--{key}={value}"]);
            app.Services.GetRequiredService<IStartupValidator>().Validate();
        });

        var list = key.Replace(":0", string.Empty, StringComparison.Ordinal);
        fault.Message.ShouldStartWith(list);
        fault.Message.ShouldMatch($"Example: ({key}|{list}|{list}:0|Safety:Resources:en)=");
        if (value.Length > 3 && !key.EndsWith("Provider", StringComparison.Ordinal))
        {
            fault.Message.ShouldNotContain($" {value} ");
        }
    }

    [Fact]
    public async Task Live_and_ready_say_so()
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);

        (await host.Client.GetStringAsync("/health/live", TestContext.Current.CancellationToken)).ShouldContain("live");
        using var ready = await host.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"store\"");
    }

    [Theory]
    [InlineData(HealthStatus.Unhealthy, HttpStatusCode.ServiceUnavailable)]
    [InlineData(HealthStatus.Degraded, HttpStatusCode.OK)]
    public async Task A_check_that_fails_makes_the_host_unready_and_one_that_is_degraded_stands_in_the_body(
        HealthStatus status, HttpStatusCode answer)
    {
        await using var host = await BotHost.StartAsync(
            _folder,
            BotHost.Echo,
            builder => builder.Services.AddHealthChecks().AddCheck("part", () => status == HealthStatus.Unhealthy
                ? throw new InvalidOperationException("secret")
                : new HealthCheckResult(status, "the model does not answer")));

        using var ready = await host.Client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        var part = JsonNode.Parse(await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["checks"]!["part"]!;

        ready.StatusCode.ShouldBe(answer);
        part["status"]!.GetValue<string>().ShouldBe(status == HealthStatus.Degraded ? "degraded" : "unready");
        part.ToJsonString().ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/lib")]
    [InlineData("/lib/")]
    [InlineData("/lib/none.js")]
    [InlineData("/assets/")]
    public async Task What_is_not_there_is_a_problem_in_json(string path)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo);

        using var answer = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("127.0.0.1", "wss://practice.example")]
    [InlineData("127.0.0.0/8", "wss://practice.example")]
    [InlineData("10.0.0.1", "ws://127.0.0.1")]
    [InlineData("", "ws://127.0.0.1")]
    public async Task Only_a_proxy_that_is_known_is_believed(string known, string stream)
    {
        await using var host = await BotHost.StartAsync(_folder, BotHost.Echo, $"--ForwardedHeaders:KnownProxies={known}");
        host.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        host.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        host.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "practice.example");

        var client = await DirectLineClient.StartAsync(host);

        (await client.StreamUrlAsync()).ShouldStartWith(stream);
    }

    [Fact]
    public async Task The_program_can_be_run_in_a_test_server()
    {
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(
            builder => builder.UseSetting("Storage:ConnectionString", $"Data Source={_folder.Database}"));
        using var client = factory.CreateClient();

        (await client.GetStringAsync("/health/live", TestContext.Current.CancellationToken)).ShouldContain("live");
        File.Exists(_folder.Database).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();
}
