using System.Text.Json.Nodes;
using PracticeBot.Commands;
using PracticeBot.Tests.Content;
using PracticeBot.Tests.Learning;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Commands;

public sealed class AssessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_line_is_judged_in_order_and_a_bad_one_does_not_stop_the_rest()
    {
        const string Lines = """
            {"id":"1","client":"I cannot do anything right.","reply":"It sounds like you can't get it right, however hard you try. What is that like?"}
            not json
            {"id":3,"client":"x"}
            {"id":"4","client":"I cannot sleep.","reply":5}
            {"id":"5","client":"I cannot sleep.","reply":"Have you tried going to bed earlier?"}
            {"id":"6","client":"I cannot sleep.","reply":""}
            """;

        var terminal = await Terminal.TypeAsync(Lines, "assess");

        terminal.ExitCode.ShouldBe(ExitCode.Done);
        terminal.Error.ShouldBeEmpty();
        var found = terminal.Lines.Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        found.Select(line => line["id"]?.ToJsonString()).ShouldBe(["\"1\"", null, "3", "\"4\"", "\"5\"", "\"6\""]);
        found.Select(line => line.ContainsKey("error")).ShouldBe([false, true, true, true, false, false]);
        found[2]["error"]!.GetValue<string>().ShouldContain("reply");
        var one = found[0];
        one["epitome"]!["explorations"]!.GetValue<int>().ShouldBeInRange(0, 2);
        one["behaviour"]!.GetValue<string>().ShouldBeOneOf("reflection", "question");
        one["reflectionScore"]!.GetValue<double>().ShouldBeInRange(0, 1);
        one["fit"]!.GetValue<double>().ShouldBeInRange(0, 1);
        one["confidence"]!.GetValue<double>().ShouldBeInRange(0, 1);
        one["moves"]!.AsArray().Count.ShouldBeGreaterThan(0);
        found[4]["breaches"]!.AsArray().Select(breach => breach!.GetValue<string>()).ShouldContain("advice");
        const string Reply = "It sounds like you can't get it right, however hard you try. What is that like?";
        foreach (var evidence in one["evidence"]!.AsArray())
        {
            Reply.Substring(evidence!["start"]!.GetValue<int>(), evidence["length"]!.GetValue<int>()).ShouldBe(evidence["quote"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Against_a_hidden_moment_it_adds_the_verdict()
    {
        var file = folder.Write("draft.yaml", Drafts.Fuller);
        var line = new JsonObject { ["id"] = "1", ["persona"] = file, ["moment"] = "m1", ["reply"] = "At least you still have a phone." };
        var lost = new JsonObject { ["id"] = "2", ["persona"] = file, ["moment"] = "m9", ["reply"] = "Yes." };
        var input = folder.Write("lines.jsonl", line.ToJsonString() + "\n" + lost.ToJsonString() + "\n");
        var output = Path.Combine(folder.Path, "judged.jsonl");

        var terminal = await Terminal.RunAsync("assess", "--in", input, "--out", output);

        terminal.ExitCode.ShouldBe(ExitCode.Done);
        terminal.Out.ShouldBeEmpty();
        var found = (await File.ReadAllLinesAsync(output)).Select(text => JsonNode.Parse(text)!.AsObject()).ToList();
        found[0]["verdict"]!.GetValue<string>().ShouldBe("harmful");
        found[0]["level"]!.GetValue<int>().ShouldBe(1);
        found[0]["accuracy"]!["emotion"]!.GetValue<string>().ShouldNotBeEmpty();
        found[0]["attunement"]!["tone"]!.GetValue<int>().ShouldBeInRange(1, 4);
        found[1]["error"]!.GetValue<string>().ShouldContain("m9");
    }

    [Fact]
    public async Task A_question_typed_in_haste_is_still_a_question()
    {
        const string Lines = """
            {"id":"1","client":"i moved here last year and i know nobody","reply":"what was that like for you"}
            {"id":"2","client":"i moved here last year and i know nobody","reply":"so you're all alone here"}
            """;

        var terminal = await Terminal.TypeAsync(Lines, "assess");

        terminal.Lines.Select(line => JsonNode.Parse(line)!["behaviour"]!.GetValue<string>()).ShouldBe(["question", "reflection"]);
    }

    [Fact]
    public async Task Without_a_file_or_a_model_it_says_so()
    {
        (await Terminal.RunAsync("assess", "--in", Path.Combine(folder.Path, "none.jsonl"))).ExitCode.ShouldBe(ExitCode.BadUsage);
        (await Terminal.RunAsync("assess", "--assessor", "model")).ExitCode.ShouldBe(ExitCode.BadUsage);
    }

    [Theory]
    [InlineData("epitome", "rationale token F1")]
    [InlineData("annomi", "macro-F1")]
    [InlineData("pair", "pairwise ranking")]
    [InlineData("fit", "AUC, similar client")]
    public async Task Agreement_is_measured_with_intervals_beside_what_others_reached(string task, string measure)
    {
        var data = folder.Write("data.tsv", task switch { "epitome" => OwnData.Epitome(), "annomi" => OwnData.Annomi(), _ => OwnData.Pair() });

        var terminal = await Terminal.RunAsync("evaluate", "--task", task, "--data", data, "--json");

        terminal.ExitCode.ShouldBe(ExitCode.Done, terminal.Error);
        var figures = JsonNode.Parse(terminal.Out)!["figures"]!.AsArray();
        figures.Select(figure => figure!["measure"]!.GetValue<string>()).ShouldContain(measure);
        foreach (var figure in figures)
        {
            var value = figure!["value"]!.GetValue<double>();
            value.ShouldBeInRange(-1, 1);
            figure["low"]!.GetValue<double>().ShouldBeLessThanOrEqualTo(figure["high"]!.GetValue<double>());
        }

        figures.ShouldContain(figure => figure!["beside"]!.AsObject().Count > 0);
    }

    [Theory]
    [InlineData("id\tgroup\n", "no column")]
    [InlineData("id\tgroup\tclient\treply\tlevel\n1\t1\ta\n", "line 2")]
    [InlineData("id\tgroup\tclient\treply\tlevel\n1\t1\ta\tb\ttall\n", "tall")]
    [InlineData("id\tgroup\tclient\treply\tlevel\n", "no rows")]
    public async Task Faulty_data_stop_with_what_is_wrong(string text, string fault)
    {
        var terminal = await Terminal.RunAsync("evaluate", "--task", "pair", "--data", folder.Write("bad.tsv", text));

        terminal.ExitCode.ShouldBe(ExitCode.BadUsage);
        terminal.Error.ShouldContain(fault);
    }

    [Theory]
    [InlineData("epitome", "er", 0.70)]
    [InlineData("annomi", "behaviour", 0.66)]
    [InlineData("pair", "level", 0.84)]
    public async Task On_the_shared_data_it_agrees_with_people(string task, string label, double least)
    {
        var data = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", task, "dev.tsv"));
        Assert.SkipUnless(File.Exists(data), $"The labelled data are not there ({task}/dev.tsv beside the repository).");

        var terminal = await Terminal.RunAsync("evaluate", "--task", task, "--data", data, "--json");

        var figure = JsonNode.Parse(terminal.Out)!["figures"]!.AsArray()
            .Single(one => one!["label"]!.GetValue<string>() == label && one["measure"]!.GetValue<string>() == "macro-F1");
        figure!["value"]!.GetValue<double>().ShouldBeGreaterThan(least);
    }
}
