using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using Polly.CircuitBreaker;
using PracticeBot.Models.Gateway;

namespace PracticeBot.Models;

/// <summary>The model, where one is configured: one chat client, layer upon layer.</summary>
public static class ModelServices
{
    private const string HttpClientName = "model";

    private static readonly TimeSpan LongestStall = TimeSpan.FromSeconds(5);

    /// <summary>Of the whole time: one silence must not use up what a turn has.</summary>
    private const int ShareOfStall = 4;

    public static IServiceCollection AddModel(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<ModelOptions>().Configure<IConfiguration>(ModelOptions.Read).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsCheck>();
        services.AddMetrics();
        services.AddExporter(configuration);
        // What learners say goes where they were told that it goes, and nowhere that an answer points to.
        services.AddHttpClient(HttpClientName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<CircuitBreakerStateProvider>();
        var options = new ModelOptions();
        ModelOptions.Read(options, configuration);
        if (options.IsConfigured)
        {
            services.AddSingleton(Chat);
            services.AddHealthChecks().AddCheck<ModelHealth>("model");
        }

        return services;
    }

    private static IChatClient Chat(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ModelOptions>>().Value;
        var time = services.GetRequiredService<TimeProvider>();
        // From the provider outwards: what is measured is one call, what is tried again is measured each time.
        IChatClient chat = ProviderClient.For(options, services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName));
        chat = new FaultMapping(chat, time);
        chat = new StallLimit(chat, TimeSpan.FromTicks(Math.Min(LongestStall.Ticks, options.TimeBudget.Ticks / ShareOfStall)), time);
        chat = ActivatorUtilities.CreateInstance<Metering>(services, chat, options);
        chat = new CallLimit(chat, options.MaxConcurrent);
        return new Resilience(chat, services.GetRequiredService<CircuitBreakerStateProvider>(), time);
    }

    /// <summary>Figures go out where OpenTelemetry's own variable says where to; else nothing of it is loaded.</summary>
    private static void AddExporter(this IServiceCollection services, IConfiguration configuration)
    {
        if (!string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(ModelMeter.Name, "PracticeBot.*").AddOtlpExporter());
        }
    }

    /// <summary>What does not go together stops the host.</summary>
    private sealed class ModelOptionsCheck : IValidateOptions<ModelOptions>
    {
        public ValidateOptionsResult Validate(string? name, ModelOptions options) =>
            options.Faults().ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
