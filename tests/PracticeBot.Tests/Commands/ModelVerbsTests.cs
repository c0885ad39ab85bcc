using System.Text.Json.Nodes;
using PracticeBot.Commands;
using PracticeBot.Tests.Content;
using PracticeBot.Tests.Learning;
using PracticeBot.Tests.Models;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Commands;

/// <summary>Verbs that ask a model, against a server that speaks the provider's protocol.</summary>
public sealed class ModelVerbsTests : IDisposable
{
    private const string Attuned =
        "It sounds like you're carrying a heavy sense of letting people down, almost like you can't get it right, even when you try.";

    private const string Coding = """
        {"reactions":{"strength":"none","words":""},"interpretations":{"strength":"strong","words":"heavy"},"explorations":{"strength":"none","words":""},
        "behaviour":"reflection","reflection":"complex","question":"none","level":"high","belongs":"likely","sure":"very"}
        """;

    private static readonly string Maya = Path.Combine(Repository.Root, "personas", "maya.yaml");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_model_that_keeps_to_its_part_is_told_turn_by_turn_and_in_sum()
    {
        await using var model = await FakeModelServer.StartAsync(ModelTurnTests.Good);
        var replies = folder.Write("replies.txt", Attuned);

        var run = await RunAsync(model, "persona", "audition", Maya, "--replies", replies, "--voice", "model", "--json");

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        var turn = JsonNode.Parse(run.Lines[0])!;
        ((string?)turn["voice"]).ShouldBe("model");
        ((string)turn["line"]!).ShouldContain("I lie there and count who's next.");
        run.Error.ShouldContain("Spoken by the model: 1.");
        run.Error.ShouldContain("Tokens read:");
    }

    [Fact]
    public async Task A_model_that_leaves_the_role_or_what_the_author_expects_is_a_finding()
    {
        await using var model = await FakeModelServer.StartAsync(request => request.IsForAssessor
            ? FakeAnswer.Says(ModelAnswers.Judgement())
            : FakeAnswer.Says("As an AI, I can't feel that."));
        var replies = folder.Write("replies.txt", Attuned);

        var run = await RunAsync(model, "persona", "audition", Maya, "--replies", replies, "--assessor", "model", "--voice", "model");

        run.ExitCode.ShouldBe(ExitCode.Findings);
        run.Out.ShouldContain("spoken by script (OutOfRole)");
        run.Error.ShouldContain("Gone on in the author's words: OutOfRole 1.");
        run.Error.ShouldContain("maya.yaml:");
    }

    [Fact]
    public async Task A_wrong_key_is_told_and_nobody_speaks_for_the_model_unsaid()
    {
        await using var model = await FakeModelServer.StartAsync(_ => FakeAnswer.Fails(401));
        var replies = folder.Write("replies.txt", Attuned);

        var run = await RunAsync(model, "persona", "audition", Maya, "--replies", replies, "--assessor", "model");

        run.ExitCode.ShouldBe(ExitCode.Findings);
        run.Out.ShouldContain("judged by embedded (Unauthorised)");
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Lines_are_coded_by_the_model_and_one_that_fails_says_so()
    {
        await using var model = await FakeModelServer.StartAsync(request => request.Said.Contains("gibberish", StringComparison.Ordinal) ? FakeAnswer.Says("{}") : FakeAnswer.Says(Coding));
        var lines = folder.Write("lines.jsonl", """
            {"id":"1","client":"I let everyone down.","reply":"That is a heavy thing to carry."}
            {"id":"2","client":"gibberish","reply":"Mm."}
            {"id":"3","client":"I let everyone down.","reply":"So it weighs on you."}
            """);

        var run = await RunAsync(model, "assess", "--in", lines, "--assessor", "model");

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        var (first, second, third) = (JsonNode.Parse(run.Lines[0])!, JsonNode.Parse(run.Lines[1])!, JsonNode.Parse(run.Lines[2])!);
        ((string?)first["behaviour"]).ShouldBe("reflection");
        ((int?)first["epitome"]!["interpretations"]).ShouldBe(2);
        first["evidence"]!.AsArray().ShouldContain(one => (string?)one!["quote"] == "heavy");
        ((string?)second["id"]).ShouldBe("2");
        ((string?)second["error"]).ShouldNotBeNullOrEmpty();
        ((string?)third["id"]).ShouldBe("3");
        third["evidence"]!.AsArray().ShouldNotContain(one => (string?)one!["quote"] == "heavy");
    }

    [Fact]
    public async Task An_evaluation_says_what_it_may_cost_and_waits_for_a_yes()
    {
        await using var model = await FakeModelServer.StartAsync(_ => FakeAnswer.Says(Coding));
        var data = folder.Write("data.tsv", OwnData.Epitome());

        var run = await RunAsync(model, "evaluate", "--task", "epitome", "--data", data, "--assessor", "model");

        run.ExitCode.ShouldBe(ExitCode.BadUsage);
        run.Error.ShouldContain("Cost: ");
        run.Error.ShouldContain("--yes");
        model.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_evaluation_that_broke_off_goes_on_where_it_stopped_and_asks_nothing_twice()
    {
        var asked = 0;
        await using var model = await FakeModelServer.StartAsync(_ => Interlocked.Increment(ref asked) <= 3 ? FakeAnswer.Says(Coding) : FakeAnswer.Fails(401));
        var data = folder.Write("data.tsv", OwnData.Epitome());
        var kept = Path.Combine(folder.Path, "kept.jsonl");
        string[] verb = ["evaluate", "--task", "epitome", "--data", data, "--assessor", "model", "--resume", kept, "--yes", "--json"];

        var broken = await RunAsync(model, verb);
        broken.ExitCode.ShouldBe(ExitCode.Findings);
        broken.Error.ShouldContain("Unauthorised");
        (await File.ReadAllLinesAsync(kept, TestContext.Current.CancellationToken)).Length.ShouldBe(3);
        await File.AppendAllTextAsync(kept, "{\"Key\":\"half", TestContext.Current.CancellationToken);

        var before = model.Requests.Count;
        model.Script = _ => FakeAnswer.Says(Coding);
        var whole = await RunAsync(model, verb);

        whole.ExitCode.ShouldBe(ExitCode.Done, whole.Error);
        whole.Error.ShouldContain("3 answers are kept");
        var rows = (int)JsonNode.Parse(whole.Out)!["rows"]!;
        (model.Requests.Count - before).ShouldBeLessThan(rows);
        (await RunAsync(model, verb)).ExitCode.ShouldBe(ExitCode.Done);
        (model.Requests.Count - before).ShouldBeLessThan(rows);
        (await File.ReadAllTextAsync(kept, TestContext.Current.CancellationToken)).ShouldNotContain("client");
    }

    private static async Task<Terminal> RunAsync(FakeModelServer model, params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var console = new CommandConsole(new StringReader(string.Empty), output, error, IsInteractive: false)
        {
            Settings = model.Settings.Select(setting => setting.TrimStart('-').Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]),
        };
        var code = await CommandLine.RunAsync(args, console);
        return new Terminal(code, output.ToString(), error.ToString());
    }
}
