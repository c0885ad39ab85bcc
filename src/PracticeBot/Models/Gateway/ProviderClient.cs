using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.AI;
using OpenAI;

namespace PracticeBot.Models.Gateway;

/// <summary>Speaks to the provider: OpenAI's protocol, with a key or, in Azure, as the host's identity.</summary>
internal static class ProviderClient
{
    private const string AzureScope = "https://cognitiveservices.azure.com/.default";

    /// <summary>Servers on one's own machine ask for none, and the protocol's header wants something.</summary>
    private const string NoKey = "none";

    public static IChatClient For(ModelOptions options, HttpClient http, Func<TokenCredential>? identity = null)
    {
        var client = new OpenAIClientOptions
        {
            Endpoint = EndpointOf(options),
            Transport = new HttpClientPipelineTransport(http),
            // Tries are counted in one place, and it is not here.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning disable OPENAI001 // The vendor's own way to Azure's endpoint; marked as new.
        var chat = options switch
        {
            { Provider: ModelProvider.AzureOpenAI, ApiKey: { } key } =>
                new OpenAI.Chat.ChatClient(options.Name!, ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(new ApiKeyCredential(key), "api-key"), client),
            { Provider: ModelProvider.AzureOpenAI } =>
                new OpenAI.Chat.ChatClient(options.Name!, new BearerTokenPolicy(identity?.Invoke() ?? new DefaultAzureCredential(), AzureScope), client),
            _ => new OpenAI.Chat.ChatClient(options.Name!, new ApiKeyCredential(options.ApiKey ?? NoKey), client),
        };
#pragma warning restore OPENAI001
        return chat.AsIChatClient();
    }

    private static Uri? EndpointOf(ModelOptions options) => options is { Provider: ModelProvider.AzureOpenAI, Endpoint: { } resource }
        ? new Uri(resource, "/openai/v1/")
        : options.Endpoint;
}
