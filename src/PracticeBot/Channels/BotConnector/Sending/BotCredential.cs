using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace PracticeBot.Channels.BotConnector.Sending;

/// <summary>What the bot proves with, to Azure, who it is.</summary>
internal sealed class BotCredential(IOptions<BotConnectorOptions> options, HttpPipelineTransport transport)
{
    private const string MultiTenantAuthority = "botframework.com";

    private static readonly TokenRequestContext Connector = new(["https://api.botframework.com/.default"]);

    private readonly BotConnectorOptions _options = options.Value;

    /// <summary>False where no channel knows this bot, or where it has nothing to prove that it is the one they know.</summary>
    public bool Exists => _options is { AppId: not null, CanSpeak: true };

    /// <summary>
    /// Asks Azure each time: a credential of the library keeps its token to the end, also one that the connector does not take, and the
    /// file of a certificate may have been renewed. Only the token of a managed identity is kept all the same, by the machine itself.
    /// </summary>
    public async Task<AccessToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        using var certificate = _options is { AppType: not AppType.UserAssignedMsi, Certificate: { } path } ? Read(path, _options.Password) : null;
        return await Credential(certificate).GetTokenAsync(Connector, cancellationToken);
    }

    private TokenCredential Credential(X509Certificate2? certificate)
    {
        var tenant = _options.AppType == AppType.MultiTenant ? MultiTenantAuthority : _options.TenantId;
        return (_options.AppType, certificate) switch
        {
            (AppType.UserAssignedMsi, _) => new ManagedIdentityCredential(
                Reached(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(_options.AppId!)))),
            (_, not null) => new ClientCertificateCredential(
                tenant, _options.AppId, certificate, Reached(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true })),
            _ => new ClientSecretCredential(
                tenant, _options.AppId, _options.Password, Reached(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true })),
        };
    }

    private T Reached<T>(T credential)
        where T : TokenCredentialOptions
    {
        credential.Transport = transport;
        // Whatever waits for the token is itself tried again.
        credential.Retry.MaxRetries = 1;
        return credential;
    }

    private static X509Certificate2 Read(string path, string? password)
    {
        var text = File.ReadAllText(path);
        if (!text.Contains("-----BEGIN ", StringComparison.Ordinal))
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }

        return text.Contains("ENCRYPTED", StringComparison.Ordinal)
            ? X509Certificate2.CreateFromEncryptedPem(text, text, password)
            : X509Certificate2.CreateFromPem(text, text);
    }
}
