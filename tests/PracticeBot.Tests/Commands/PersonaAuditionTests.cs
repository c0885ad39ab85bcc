using System.Text.Json.Nodes;
using PracticeBot.Commands;
using PracticeBot.Tests.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Commands;

public sealed class PersonaAuditionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string file;

    public PersonaAuditionTests() => file = folder.Write("draft.yaml", Drafts.Fuller);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_reply_is_one_object_with_what_it_caused_and_what_was_said()
    {
        const string Script = "…\n>\nIt sounds like there is nothing left in you for anyone.\nsilence\n";

        var terminal = await Terminal.TypeAsync(Script, "persona", "audition", file, "--replies", "-", "--json");

        terminal.ExitCode.ShouldBe(ExitCode.Done);
        terminal.Error.ShouldBeEmpty();
        var lines = terminal.Lines.Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        lines.Select(line => line["reply"]!.GetValue<string>()).ShouldBe(["…", "It sounds like there is nothing left in you for anyone.", "silence"]);
        lines.Select(line => (line["session"]!.GetValue<string>(), line["turn"]!.GetValue<int>())).ShouldBe([("s1", 1), ("s2", 1), ("s2", 2)]);
        lines.ShouldAllBe(line => line["persona"]!.GetValue<string>() == "draft" && line["attempt"]!.GetValue<int>() == 1);

        var silence = lines[0];
        silence["verdict"]!.GetValue<string>().ShouldBe("neutral");
        silence["reaction"]!.GetValue<string>().ShouldBe("settle");
        silence["line"]!.GetValue<string>().ShouldNotBeEmpty();
        silence["moment"]!.GetValue<string>().ShouldBe("m1");
        silence["accuracy"]!["emotion"]!.GetValue<string>().ShouldBe("unaddressed");
        silence.ContainsKey("level").ShouldBeTrue();
        silence["level"].ShouldBeNull();
        silence["attunement"].ShouldBeNull();
        silence["rupture"]!["kind"]!.GetValue<string>().ShouldBe("none");
    }

    [Fact]
    public async Task The_two_replies_that_the_craft_is_told_by_come_out_as_it_says()
    {
        const string Script = """
            It sounds like you're carrying a heavy sense of letting people down — almost like you can't get it right, even when you try.
            >
            Sounds like you're frustrated that others don't appreciate you.
            """;
        var maya = Path.Combine(Repository.Root, "personas", "maya.yaml");

        var terminal = await Terminal.TypeAsync(Script, "persona", "audition", maya, "--replies", "-", "--json");

        var lines = terminal.Lines.Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        lines.Select(line => line["verdict"]!.GetValue<string>()).ShouldBe(["attuned", "missed"]);
        lines[1]["accuracy"]!["emotion"]!.GetValue<string>().ShouldBe("missed");
        foreach (var (line, evidence) in lines.SelectMany(line => line["evidence"]!.AsArray().Select(evidence => (line, evidence!))))
        {
            var start = evidence["start"]!.GetValue<int>();
            line["reply"]!.GetValue<string>().Substring(start, evidence["length"]!.GetValue<int>()).ShouldBe(evidence["quote"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_client_who_has_left_hears_no_more_until_the_next_session()
    {
        const string Script = "At least you still have a phone.\nYou're overreacting.\nJust get over it.\nYou're being silly.\nAre you there?\n>\n…\n";

        var terminal = await Terminal.TypeAsync(Script, "persona", "audition", file, "--replies", "-", "--json");

        var lines = terminal.Lines.Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        lines.Count.ShouldBe(6);
        lines.Count(line => line["reaction"]?.GetValue<string>() == "exit").ShouldBe(1);
        lines[4]["error"]!.GetValue<string>().ShouldContain("ended the talk");
        lines[5]["verdict"]!.GetValue<string>().ShouldBe("neutral");
    }

    [Fact]
    public async Task The_same_replies_always_give_the_same_talk()
    {
        const string Script = "…\nWhat is that like?\n…\n";

        var once = await Terminal.TypeAsync(Script, "persona", "audition", file, "--replies", "-", "--json");
        var again = await Terminal.TypeAsync(Script, "persona", "audition", file, "--replies", "-", "--json");

        again.Out.ShouldBe(once.Out);
    }

    [Fact]
    public async Task Read_by_people_it_shows_the_talk_and_the_numbers_beside_it()
    {
        var replies = folder.Write("replies.txt", "…\n");

        var terminal = await Terminal.RunAsync("persona", "audition", file, "--replies", replies);

        terminal.ExitCode.ShouldBe(ExitCode.Done);
        terminal.Out.ShouldStartWith("Session 1: Sam\nSam: I don't pick up any more.\n");
        terminal.Out.ShouldContain("1. (silence)\n   neutral · level – · attunement – · settle · trust 46 (+1) · distress 49 · rupture none\nSam: ");
    }

    [Theory]
    [InlineData("--assessor")]
    [InlineData("--voice")]
    public async Task Without_a_model_asking_for_one_is_bad_usage(string option)
    {
        var terminal = await Terminal.RunAsync("persona", "audition", file, "--replies", "-", option, "model");

        terminal.ExitCode.ShouldBe(ExitCode.BadUsage);
        terminal.Error.ShouldContain(option);
        terminal.Error.ShouldContain("none is configured");
    }

    [Fact]
    public async Task A_faulty_client_can_not_be_auditioned()
    {
        var faulty = folder.Write("faulty.yaml", Drafts.Fuller);

        var terminal = await Terminal.RunAsync("persona", "audition", faulty, "--replies", "-");

        terminal.ExitCode.ShouldBe(ExitCode.Findings);
        terminal.Out.ShouldBeEmpty();
        terminal.Error.ShouldContain("faulty.yaml:1:5: fault:");
    }

    public static TheoryData<string, string[][]> Scripts => new()
    {
        { "a\nb\n", [["a", "b"]] },
        { "a\n>\nb\n", [["a"], ["b"]] },
        { ">\na\n>\n>\nb", [["a"], ["b"]] },
        { "> a\n> b\n", [["a"], ["b"]] },
        { "a\n\nb\n", [["a", "", "b"]] },
        { "\na\n\n>\n\nb\n\n\n", [["a"], ["b"]] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_is_sessions_of_replies(string text, string[][] sessions) =>
        AuditionScript.Read(new StringReader(text)).Select(session => session.ToArray()).ToArray().ShouldBe(sessions);
}
