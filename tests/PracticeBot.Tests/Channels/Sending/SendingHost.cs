using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Channels;
using PracticeBot.Channels.BotConnector;
using PracticeBot.Channels.BotConnector.Sending;
using PracticeBot.Channels.Conversations;
using PracticeBot.Tests.Storage;
using Xunit;

namespace PracticeBot.Tests.Channels.Sending;

/// <summary>A host that speaks to a connector, with or without an app id.</summary>
internal sealed class SendingHost : IAsyncDisposable
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";
    public const string Secret = "a1B2c3D4~e5F6g7H8";

    private SendingHost(BotHost host) => Host = host;

    public BotHost Host { get; }

    public ConnectorClient Connector => Host.Services.GetRequiredService<ConnectorClient>();

    public ConnectorConversations Conversations => Host.Services.GetRequiredService<ConnectorConversations>();

    /// <summary>A registration of this test's own: what libraries keep for one does not meet another.</summary>
    public static string[] Registration(string type, string? id = null) =>
        [$"--MicrosoftAppType={type}", $"--MicrosoftAppId={id ?? Guid.NewGuid().ToString()}", $"--MicrosoftAppTenantId={Tenant}"];

    public static string[] WithSecret(string type = "SingleTenant", string? id = null) => [.. Registration(type, id), $"--MicrosoftAppPassword={Secret}"];

    public static async Task<SendingHost> StartAsync(
        TemporaryFolder folder, TestClock clock, FakeAzure? azure, Action<WebApplicationBuilder>? configure, params string[] settings) =>
        new(await BotHost.StartAsync(
            folder,
            BotHost.Echo,
            (WebApplicationBuilder builder) =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                if (azure is not null)
                {
                    builder.Services.AddSingleton(azure.Transport);
                }

                configure?.Invoke(builder);
            },
            settings));

    public static Task<SendingHost> StartAsync(TemporaryFolder folder, TestClock clock, FakeAzure azure, params string[] settings) =>
        StartAsync(folder, clock, azure, configure: null, settings);

    public static Activity Message(string serviceUrl, string text = "hello", string channel = "msteams", string conversation = "c") => new()
    {
        Type = ActivityTypes.Message,
        Id = Guid.NewGuid().ToString(),
        ChannelId = channel,
        ServiceUrl = serviceUrl,
        From = new ChannelAccount { Id = "user" },
        Recipient = new ChannelAccount { Id = "bot" },
        Conversation = new ConversationAccount { Id = conversation, TenantId = Tenant },
        Text = text,
    };

    public async Task<SendResult> SendAsync(string serviceUrl) =>
        (await Connector.PostAsync(Message(serviceUrl), TestContext.Current.CancellationToken)).Result;

    /// <summary>What a channel would send, once it is known to be one.</summary>
    public Task HearAsync(Activity activity) =>
        Host.Services.GetRequiredService<ConnectorInbox>().AcceptAsync(activity, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
