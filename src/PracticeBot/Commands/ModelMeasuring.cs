using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using PracticeBot.Embedded.Learning;
using PracticeBot.Measuring;
using PracticeBot.Models;
using PracticeBot.Models.Assessing;
using PracticeBot.Models.Coding;
using PracticeBot.Storage;

namespace PracticeBot.Commands;

/// <summary>
/// Asks a model about every exchange of an evaluation: says first what that may cost, asks many at once, and keeps each answer as it comes,
/// so that a run that was broken off goes on where it stopped.
/// </summary>
/// <param name="resume">The file that answers are kept in; null to keep none.</param>
internal sealed class ModelMeasuring(CommandConsole console, ModelForVerbs model, string? resume)
{
    /// <summary>An estimate: English has about four characters a token.</summary>
    private const int CharactersAToken = 4;

    /// <summary>An estimate: what a coding takes.</summary>
    private const int AnswerTokens = 150;

    private const int ProgressSteps = 20;

    private readonly ModelCoder _coder = new(model.Chat, model.Prompts);
    private readonly ConcurrentDictionary<string, int> _faults = new(StringComparer.Ordinal);

    /// <summary>Exchanges that the model failed at.</summary>
    public int Failed => _faults.Values.Sum();

    /// <param name="isAgreed">Nobody needs to be asked.</param>
    /// <returns>Null where nobody agreed to the cost.</returns>
    /// <exception cref="DataFaultException">The file of answers can't be read.</exception>
    public async Task<IMeasured?> AskAsync(IReadOnlyList<(string Client, string Reply)> exchanges, bool isAgreed, CancellationToken cancellationToken)
    {
        var kept = Kept();
        var coded = new ConcurrentDictionary<(string, string), ReplyJudgement>();
        var open = new List<(string Client, string Reply)>();
        foreach (var exchange in exchanges)
        {
            if (kept.TryGetValue(KeyOf(exchange), out var json))
            {
                coded[exchange] = ModelCoder.Read(json, exchange.Reply);
            }
            else
            {
                open.Add(exchange);
            }
        }

        if (open.Count > 0 && !await IsAgreedAsync(open, coded.Count, isAgreed, cancellationToken))
        {
            return null;
        }

        await AskAllAsync(open, coded, cancellationToken);
        foreach (var (fault, count) in _faults)
        {
            console.Error.WriteLine(CommandTexts.EvaluateFailed(count, fault));
        }

        return new ModelMeasured(coded);
    }

    private async Task<bool> IsAgreedAsync(List<(string Client, string Reply)> open, int kept, bool isAgreed, CancellationToken cancellationToken)
    {
        var input = open.Sum(exchange => _coder.Messages(exchange.Client, exchange.Reply).Sum(message => (long)message.Text.Length)) / CharactersAToken;
        var output = (long)open.Count * AnswerTokens;
        var cost = new ModelUsage(input, 0, output).CostAt(model.Options.Prices);
        console.Error.WriteLine(CommandTexts.EvaluateEstimate(open.Count, kept, model.Options.Name!, input, output, cost?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–"));
        if (isAgreed)
        {
            return true;
        }

        if (!console.IsInteractive)
        {
            console.Error.WriteLine(CommandTexts.EvaluateNeedsYes);
            return false;
        }

        await console.Error.WriteAsync(CommandTexts.EvaluateAsk);
        return string.Equals((await console.In.ReadLineAsync(cancellationToken))?.Trim(), "y", StringComparison.OrdinalIgnoreCase);
    }

    private async Task AskAllAsync(
        List<(string Client, string Reply)> open, ConcurrentDictionary<(string, string), ReplyJudgement> coded, CancellationToken cancellationToken)
    {
        await using var file = resume is null ? null : new StreamWriter(resume, append: true) { AutoFlush = true, NewLine = "\n" };
        using var writing = new SemaphoreSlim(1);
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = model.Options.MaxConcurrent, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(open, options, async (exchange, stopped) =>
        {
            try
            {
                var json = await _coder.AskAsync(exchange.Client, exchange.Reply, stopped);
                coded[exchange] = ModelCoder.Read(json, exchange.Reply);
                await KeepAsync(file, writing, exchange, json, stopped);
            }
            catch (Exception fault) when (fault is ModelFaultException or AnswerFaultException)
            {
                _faults.AddOrUpdate(fault is ModelFaultException failed ? failed.Kind.ToString() : ((AnswerFaultException)fault).Fault.ToString(), 1, (_, count) => count + 1);
            }

            var finished = Interlocked.Increment(ref done);
            if (finished % Math.Max(1, open.Count / ProgressSteps) == 0)
            {
                console.Error.WriteLine(CommandTexts.EvaluateProgress(finished, open.Count));
            }
        });
    }

    private async Task KeepAsync(StreamWriter? file, SemaphoreSlim writing, (string, string) exchange, string json, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return;
        }

        var line = JsonSerializer.Serialize(new KeptAnswer(KeyOf(exchange), model.Options.Name!, _coder.Prompt.Version, json));
        await writing.WaitAsync(cancellationToken);
        try
        {
            await file.WriteLineAsync(line);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>What this model answered to this very prompt; of a run that was killed the last line may be half.</summary>
    private Dictionary<string, string> Kept()
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        var others = 0;
        foreach (var line in resume is not null && File.Exists(resume) ? File.ReadLines(resume) : [])
        {
            try
            {
                if (JsonSerializer.Deserialize<KeptAnswer>(line) is { Answer: not null, Key: not null } answer && answer.Model == model.Options.Name && answer.Prompt == _coder.Prompt.Version)
                {
                    kept[answer.Key] = answer.Answer;
                }
                else
                {
                    others++;
                }
            }
            catch (JsonException)
            {
                others++;
            }
        }

        if (others > 0)
        {
            console.Error.WriteLine(CommandTexts.EvaluateOthers(others));
        }

        return kept;
    }

    private static string KeyOf((string Client, string Reply) exchange) => Ids.For(exchange.Client, exchange.Reply);

    /// <summary>One answer as the file keeps it; the texts themselves it does not keep.</summary>
    private sealed record KeptAnswer(string Key, string Model, string Prompt, string Answer);
}
