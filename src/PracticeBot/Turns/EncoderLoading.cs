using System.Diagnostics;
using PracticeBot.Embedded.Encoder;

namespace PracticeBot.Turns;

/// <summary>Loads the sentence encoder once the host is up: nobody waits for it, and where it is missing the rest works on.</summary>
internal sealed partial class EncoderLoading(EncoderSource source, ILogger<EncoderLoading> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's start goes on at the first wait.
        await Task.Yield();
        var began = Stopwatch.GetTimestamp();
        try
        {
            source.Provide(SentenceEncoder.Load(EncoderFolder.Path));
            Loaded(logger, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        catch (EncoderFileException fault)
        {
            WorksWithout(logger, fault.Message);
        }
    }

    [LoggerMessage(600, LogLevel.Information, "The sentence encoder is loaded, in {Milliseconds} ms")]
    private static partial void Loaded(ILogger logger, long milliseconds);

    [LoggerMessage(601, LogLevel.Warning, "Replies are judged without the sentence encoder: {Reason}")]
    private static partial void WorksWithout(ILogger logger, string reason);
}
