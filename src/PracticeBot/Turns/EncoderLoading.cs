using System.Diagnostics;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Embedded.Learning;

namespace PracticeBot.Turns;

/// <summary>Has the sentence encoder and what is fitted to it loaded once the host is up: nobody waits, and where it is missing the rest works on.</summary>
internal sealed partial class EncoderLoading(EncoderSource source, JudgeSource judge, IHostApplicationLifetime host, ILogger<EncoderLoading> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Loading keeps a processor busy, and what the host does until it listens is what people wait for.
        var up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = host.ApplicationStarted.Register(up.SetResult);
        await up.Task.WaitAsync(stoppingToken);

        var began = Stopwatch.GetTimestamp();
        switch (source.Load())
        {
            case EncoderState.Ready:
                judge.Load();
                Loaded(logger, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                break;
            case EncoderState.Absent absent:
                WorksWithout(logger, absent.Reason);
                break;
            default:
                throw new UnreachableException();
        }
    }

    [LoggerMessage(600, LogLevel.Information, "The sentence encoder is loaded, in {Milliseconds} ms")]
    private static partial void Loaded(ILogger logger, long milliseconds);

    [LoggerMessage(601, LogLevel.Warning, "Replies are judged without the sentence encoder: {Reason}")]
    private static partial void WorksWithout(ILogger logger, string reason);
}
