using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeBot.Tests.Models;

namespace PracticeBot.Benchmarks;

/// <summary>
/// What a turn with a model takes, against a server that answers 600 ms after it was asked and then with 40 tokens a second (a token is
/// four characters): how soon the client's first sentence shows, beside judging to the end and only then speaking; what the host itself
/// takes of the processor; and how many tokens go out, and are kept by the provider.
/// </summary>
internal static class ModelTurns
{
    private const int SlowTurns = 8;
    private const int FastTurns = 20;
    private const int FastSessions = 10;
    private const int WarmUp = 1500;
    private const double TokensPerSecond = 40;

    private const string Reply =
        "It sounds like you're carrying a heavy sense of letting people down, almost like you can't get it right, even when you try.";

    private static readonly Lazy<string[]> Lines = new(() => File.ReadAllLines(Path.Combine(BuiltProgram.Root, "tests", "PracticeBot.Benchmarks", "lines.txt")));

    private static readonly TimeSpan FirstToken = TimeSpan.FromMilliseconds(600);

    public static async Task PrintAsync()
    {
        await PrintSpeedAsync();
        await PrintCostAsync();
    }

    private static async Task PrintSpeedAsync()
    {
        var lines = 0;
        await using var model = await FakeModelServer.StartAsync(request => Answer(request, ref lines));
        var shown = new List<TimeSpan>();
        int warm;
        await using (var program = await BuiltProgram.StartAsync([.. model.Settings, "--Model:TimeBudget=00:01:00"]))
        {
            await SessionAsync(program, FastTurns, _ => { });
            warm = model.Requests.Count;
            model.Script = request => Answer(request, ref lines) with { FirstToken = FirstToken, TokensPerSecond = TokensPerSecond };
            await SessionAsync(program, SlowTurns, shown.Add);
        }

        var asked = model.Requests.Skip(warm).ToList();
        var judgements = asked.Where(request => request.IsForAssessor).ToList();
        var spoken = asked.Where(request => !request.IsForAssessor).ToList();
        var oneByOne = new List<TimeSpan>();
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        foreach (var (judging, speaking) in judgements.Zip(spoken))
        {
            var began = Stopwatch.GetTimestamp();
            await ReadAsync(http, model, judging, untilSentence: false);
            await ReadAsync(http, model, speaking, untilSentence: true);
            oneByOne.Add(Stopwatch.GetElapsedTime(began));
        }

        Report.Print("The client's first sentence shows, from the reply on", shown);
        Report.Print("The same two requests one after the other, judged to the end and then spoken", oneByOne);
        Say($"Ratio of the medians: {Median(shown) / Median(oneByOne):0.00} (a judgement of {Judgement().ToJsonString().Length / 4} tokens, of which {DecidingTokens()} until it decides; a line of {Line(1).Length / 4}; {asked.Count / (double)SlowTurns:0.0} calls a turn)");
    }

    private static async Task PrintCostAsync()
    {
        var lines = 0;
        await using var model = await FakeModelServer.StartAsync(request => Answer(request, ref lines));
        await using var program = await BuiltProgram.StartAsync(model.Settings);
        for (var turns = 0; turns < WarmUp; turns += FastTurns)
        {
            await SessionAsync(program, FastTurns, _ => { });
        }

        var (before, counted) = (program.Processor, model.Counted.Count);
        await SessionAsync(program, FastTurns, _ => { });
        var tokens = model.Counted.Skip(counted).ToList();
        for (var session = 1; session < FastSessions; session++)
        {
            await SessionAsync(program, FastTurns, _ => { });
        }

        Say($"The host's processor time, a turn: {(program.Processor - before).TotalMilliseconds / (FastTurns * FastSessions):0.0} ms (answers at full speed, {FastTurns * FastSessions} turns after {WarmUp})");
        foreach (var prompt in tokens.GroupBy(one => one.Schema ?? "client"))
        {
            Say($"Tokens of the prompt \"{prompt.Key}\" over a session of {FastTurns} turns: {prompt.Average(one => one.Prompt):0} a turn, {100.0 * prompt.Sum(one => one.Cached) / prompt.Sum(one => one.Prompt):0} % of them begin as an earlier prompt did");
        }
    }

    private static async Task SessionAsync(BuiltProgram program, int turns, Action<TimeSpan> shows)
    {
        using var learner = await Learner.ConnectAsync(program.Address);
        await learner.SayAsync("start maya", answers: 2);
        await learner.SayAsync("feedback off", answers: 1);
        for (var turn = 0; turn < turns; turn++)
        {
            shows(await learner.SayAsync(Reply, answers: 1));
        }
    }

    private static FakeAnswer Answer(ModelRequest request, ref int lines) =>
        request.IsForAssessor ? FakeAnswer.Says(Judgement()) : FakeAnswer.Says(Line(Interlocked.Increment(ref lines)));

    private static async Task ReadAsync(HttpClient http, FakeModelServer model, ModelRequest request, bool untilSentence)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"{model.Address}/v1/chat/completions")
        {
            Content = new StringContent(request.Body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("data: {", StringComparison.Ordinal))
            {
                continue;
            }

            text.Append((string?)JsonNode.Parse(line[6..])!["choices"]?.AsArray().FirstOrDefault()?["delta"]?["content"]);
            if (untilSentence && text.ToString().Contains(". ", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    /// <summary>A judgement as the schema asks for it.</summary>
    private static JsonObject Judgement() => JsonNode.Parse("""
        {"holds":"She believes that whatever she does, she is the one who lets everybody down in the end.",
        "judgement":{"kind":"offering","invites":"none","feelings":[{"feeling":"shame","strength":"strong","words":"can't get it right"}],"denies":"",
        "meaning":"core","meaningWords":"letting people down","adds":"implicit","tentative":false,"checks":false,"tone":"carries-it","pace":"steady",
        "words":"their-own","presence":"with","moves":["reflection.complex"],"breaches":[],"repair":[],"sure":"very"},
        "evidence":[{"of":"attunement.tone","words":"a heavy sense"},{"of":"attunement.words","words":"letting people down"},{"of":"attunement.presence","words":"even when you try"},{"of":"move.reflection.complex","words":"almost like you can't get it right"}],
        "why":"You gave back the weight of it in her own image and went one step beneath what she had said, without asking for more."}
        """)!.AsObject();

    private static int DecidingTokens()
    {
        var json = Judgement().ToJsonString(new JsonSerializerOptions());
        return json.IndexOf("\"evidence\"", StringComparison.Ordinal) / 4;
    }

    /// <summary>Three sentences, about thirty words, other ones in each turn of a session.</summary>
    private static string Line(int number) => Lines.Value[number % Lines.Value.Length];

    private static double Median(List<TimeSpan> times) => times.Select(time => time.TotalMilliseconds).Order().ElementAt(times.Count / 2);

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
