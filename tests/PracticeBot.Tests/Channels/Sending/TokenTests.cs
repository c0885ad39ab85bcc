using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Channels.BotConnector.Sending;
using PracticeBot.Channels.Conversations;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels.Sending;

public sealed class TokenTests : IDisposable
{
    private const string CertificatePassword = "of the file";

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData("SingleTenant", SendingHost.Tenant)]
    [InlineData("MultiTenant", "botframework.com")]
    public async Task A_secret_gets_a_token_that_every_call_shows(string type, string tenant)
    {
        var id = Guid.NewGuid().ToString();
        await using var azure = await FakeAzure.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.WithSecret(type, id));

        await host.SendAsync(connector.Address);
        await host.SendAsync(connector.Address);

        connector.Calls.Select(call => call.Authorization).ShouldBe(["Bearer token-1", "Bearer token-1"]);
        var request = azure.Requests.ShouldHaveSingleItem();
        request.Host.ShouldBe("login.microsoftonline.com");
        request.Path.ShouldBe($"/{tenant}/oauth2/v2.0/token");
        request.Fields["client_id"].ShouldBe(id);
        request.Fields["client_secret"].ShouldBe(SendingHost.Secret);
        request.Fields["scope"].Split(' ').ShouldContain("https://api.botframework.com/.default");
    }

    [Theory]
    [InlineData("pfx", true)]
    [InlineData("pfx", false)]
    [InlineData("pem", true)]
    [InlineData("pem", false)]
    public async Task A_certificate_signs_for_the_bot_in_place_of_a_secret(string kind, bool hasPassword)
    {
        using var key = RSA.Create(2048);
        var path = WriteCertificate(key, kind, hasPassword ? CertificatePassword : null);
        await using var azure = await FakeAzure.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(
            _folder, _clock, azure,
            [.. SendingHost.Registration("SingleTenant"), $"--MicrosoftAppCertificate={path}", .. hasPassword ? [$"--MicrosoftAppPassword={CertificatePassword}"] : Array.Empty<string>()]);

        await host.SendAsync(connector.Address);

        connector.Calls.ShouldHaveSingleItem().Authorization.ShouldBe("Bearer token-1");
        var request = azure.Requests.ShouldHaveSingleItem();
        request.Fields.Keys.ShouldNotContain("client_secret");
        IsSignedBy(key, request.Fields["client_assertion"]).ShouldBeTrue();
    }

    [Fact]
    public async Task A_managed_identity_needs_no_secret()
    {
        var id = Guid.NewGuid().ToString();
        await using var azure = await FakeAzure.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.Registration("UserAssignedMsi", id));

        await host.SendAsync(connector.Address);

        connector.Calls.ShouldHaveSingleItem().Authorization!.ShouldStartWith("Bearer token-");
        var request = azure.Requests[^1];
        request.Host.ShouldBe("169.254.169.254");
        request.Fields["client_id"].ShouldBe(id);
        request.Fields["resource"].ShouldBe("https://api.botframework.com");
    }

    [Fact]
    public async Task A_hundred_who_need_a_token_at_once_ask_for_one_and_who_stops_waiting_stops_nobody_else()
    {
        await using var azure = await FakeAzure.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.WithSecret());
        var tokens = host.Host.Services.GetRequiredService<ConnectorTokens>();
        using var impatient = new CancellationTokenSource();
        azure.Close();

        var first = tokens.GetAsync(impatient.Token);
        var others = Enumerable.Range(0, 99).Select(_ => tokens.GetAsync(CancellationToken.None)).ToList();
        await azure.TakeAsync(1);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        azure.Open();

        (await Task.WhenAll(others)).ShouldAllBe(token => token == "token-1");
        azure.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_is_renewed_five_minutes_before_its_end()
    {
        await using var azure = await FakeAzure.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.WithSecret());
        GoToTheTimeOfAzure();

        await host.SendAsync(connector.Address);
        _clock.Advance(TimeSpan.FromMinutes(54));
        await host.SendAsync(connector.Address);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await host.SendAsync(connector.Address);

        connector.Calls.Select(call => call.Authorization).ShouldBe(["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
    }

    [Fact]
    public async Task A_token_of_a_short_life_is_not_asked_for_with_every_call()
    {
        await using var azure = await FakeAzure.StartAsync();
        azure.Life = TimeSpan.FromMinutes(4);
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.WithSecret());
        GoToTheTimeOfAzure();

        await host.SendAsync(connector.Address);
        await host.SendAsync(connector.Address);

        azure.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_can_not_be_renewed_serves_to_its_end()
    {
        await using var azure = await FakeAzure.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.WithSecret());
        GoToTheTimeOfAzure();

        await host.SendAsync(connector.Address);
        azure.Fault = (400, "invalid_request", "AADSTS90002: no such tenant");
        _clock.Advance(TimeSpan.FromMinutes(57));
        (await host.SendAsync(connector.Address)).ShouldBeOfType<SendResult.Sent>();
        _clock.Advance(TimeSpan.FromMinutes(4));
        (await host.SendAsync(connector.Address)).ShouldBe(new SendResult.TryLater("no token: AADSTS90002", After: null));

        azure.Requests.Count.ShouldBe(3);
        connector.Calls.Select(call => call.Authorization).ShouldBe(["Bearer token-1", "Bearer token-1"]);
    }

    [Fact]
    public async Task While_no_token_is_to_be_had_messages_wait_and_Azure_is_not_asked_again_at_once()
    {
        await using var azure = await FakeAzure.StartAsync();
        azure.Fault = (400, "temporarily_unavailable", "AADSTS90033: try later");
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.WithSecret());

        await host.SendAsync(connector.Address);
        await host.SendAsync(connector.Address);
        azure.Requests.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(6));
        await host.SendAsync(connector.Address);
        azure.Requests.Count.ShouldBe(2);
        azure.Fault = null;
        _clock.Advance(TimeSpan.FromSeconds(6));

        (await host.SendAsync(connector.Address)).ShouldBeOfType<SendResult.Sent>();
        connector.Calls.ShouldHaveSingleItem().Authorization.ShouldBe("Bearer token-3");
    }

    [Fact]
    public async Task A_reply_that_found_no_token_is_sent_once_there_is_one_and_the_log_tells_why_it_waited()
    {
        await using var azure = await FakeAzure.StartAsync();
        azure.Fault = (401, "invalid_client", $"AADSTS7000215: Invalid client secret provided: {SendingHost.Secret}");
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.WithSecret());

        await host.HearAsync(SendingHost.Message(connector.Address, "a private matter"));
        await AdvanceUntilAsync(() => host.Host.Logs.Text.Contains("no token: AADSTS7000215", StringComparison.Ordinal));
        azure.Fault = null;
        await AdvanceUntilAsync(() => connector.Calls.Count == 1);

        connector.Calls[0].Text.ShouldBe("echo: a private matter");
        host.Host.Logs.Text.ShouldNotContain(SendingHost.Secret);
        host.Host.Logs.Text.ShouldNotContain("token-");
        host.Host.Logs.Text.ShouldNotContain("private");
    }

    [Fact]
    public async Task A_certificate_that_can_not_be_read_keeps_messages_waiting()
    {
        var path = Path.Combine(_folder.Path, "bot.pem");
        await File.WriteAllTextAsync(path, "-----BEGIN NONSENSE-----");
        await using var azure = await FakeAzure.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(
            _folder, _clock, azure, [.. SendingHost.Registration("SingleTenant"), $"--MicrosoftAppCertificate={path}"]);

        var result = await host.SendAsync(connector.Address);

        result.ShouldBe(new SendResult.TryLater("no token: CryptographicException", After: null));
        connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_that_the_connector_does_not_take_is_replaced_and_the_call_made_again()
    {
        await using var azure = await FakeAzure.StartAsync();
        await using var connector = await FakeConnector.StartAsync(401);
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.WithSecret());

        var result = await host.SendAsync(connector.Address);

        result.ShouldBeOfType<SendResult.Sent>();
        connector.Calls.Select(call => (call.Text, call.Authorization)).ShouldBe([("hello", "Bearer token-1"), ("hello", "Bearer token-2")]);
    }

    [Fact]
    public async Task A_connector_that_takes_no_token_is_asked_twice()
    {
        await using var azure = await FakeAzure.StartAsync();
        await using var connector = await FakeConnector.StartAsync(401, 401);
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.WithSecret());

        var result = await host.SendAsync(connector.Address);

        result.ShouldBe(new SendResult.Refused("status 401", Status: 401));
        connector.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_an_app_id_no_token_is_asked_for_and_none_is_shown()
    {
        await using var azure = await FakeAzure.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(
            _folder, _clock, azure, "--environment=Development", $"--MicrosoftAppPassword={SendingHost.Secret}");

        await host.SendAsync(connector.Address);

        connector.Calls.ShouldHaveSingleItem().Authorization.ShouldBeNull();
        azure.Requests.ShouldBeEmpty();
        host.Host.Logs.Text.ShouldNotContain("won't take");
    }

    [Fact]
    public async Task A_bot_that_can_not_prove_itself_says_so_at_the_start()
    {
        await using var azure = await FakeAzure.StartAsync();
        await using var connector = await FakeConnector.StartAsync();
        await using var host = await SendingHost.StartAsync(_folder, _clock, azure, SendingHost.Registration("SingleTenant"));

        host.Host.Logs.Text.ShouldContain("neither MicrosoftAppPassword nor MicrosoftAppCertificate");
        await host.SendAsync(connector.Address);

        connector.Calls.ShouldHaveSingleItem().Authorization.ShouldBeNull();
        azure.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Neither_the_token_nor_a_message_goes_over_plain_http_to_a_service_elsewhere()
    {
        using var elsewhere = new Elsewhere();
        await using var azure = await FakeAzure.StartAsync();
        await using var host = await SendingHost.StartAsync(
            _folder,
            _clock,
            azure,
            builder => builder.Services.AddHttpClient(ConnectorHttp.Client).ConfigurePrimaryHttpMessageHandler(() => elsewhere),
            SendingHost.WithSecret());

        (await host.SendAsync("http://connector.example")).ShouldBeOfType<SendResult.Refused>();
        (await host.SendAsync("http://127.0.0.1.example")).ShouldBeOfType<SendResult.Refused>();
        elsewhere.Authorizations.ShouldBeEmpty();
        (await host.SendAsync("https://connector.example")).ShouldBeOfType<SendResult.Sent>();
        elsewhere.Authorizations.ShouldBe(["Bearer token-1"]);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The library says of a token when it ends by the machine's own clock.</summary>
    private void GoToTheTimeOfAzure() => _clock.Advance(TimeProvider.System.GetUtcNow() - _clock.GetUtcNow());

    private async Task AdvanceUntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            await Task.Delay(5, patience.Token);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private string WriteCertificate(RSA key, string kind, string? password)
    {
        var now = TimeProvider.System.GetUtcNow();
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var path = Path.Combine(_folder.Path, $"bot.{kind}");
        if (kind == "pfx")
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, password));
            return path;
        }

        var secret = password is null
            ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        File.WriteAllText(path, $"{secret}\n{certificate.ExportCertificatePem()}\n");
        return path;
    }

    private static bool IsSignedBy(RSA key, string assertion)
    {
        var parts = assertion.Split('.');
        var signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        var signature = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(parts[2]);
        return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)
            || key.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private sealed class Elsewhere : HttpMessageHandler
    {
        public List<string?> Authorizations { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorizations.Add(request.Headers.Authorization?.ToString());
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created));
        }
    }
}
