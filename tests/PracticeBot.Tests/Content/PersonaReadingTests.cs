using PracticeBot.Content;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Content;

public sealed class PersonaReadingTests
{
    [Fact]
    public void The_smallest_persona_is_valid_and_its_thinness_is_said()
    {
        var reading = Drafts.Read(Drafts.Smallest);

        reading.Faults.ShouldBeEmpty(reading.Findings.Said());
        var persona = reading.Persona.ShouldNotBeNull();
        persona.Layers.Select(layer => layer.Id).ShouldBe(["m1", "m2"]);
        persona.Layers.Select(layer => layer.TrustAboveStart).ShouldBe([0, 10]);
        reading.Findings.ShouldContain(finding => finding.What.Contains("0 facts", StringComparison.Ordinal));
        reading.Findings.ShouldContain(finding => finding.What.Contains("the guarded pack speaks there", StringComparison.Ordinal));
        reading.Findings.ShouldContain(finding => finding.What.Contains("suicide", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_a_file_says_stands_in_the_persona()
    {
        var persona = Drafts.Read(Drafts.Fuller).Persona.ShouldNotBeNull();

        persona.Id.Value.ShouldBe("draft");
        persona.About.ShouldBe(new About(50, "they/them", "Someone who has stopped answering the phone."));
        persona.Difficulty.ShouldBe(3);
        persona.Trains.ShouldBe(["patience"]);
        persona.ContentNotes.ShouldBe(["a death in the family"]);
        persona.Tendency.ShouldBe(Tendency.Guarded);
        (persona.StartTrust, persona.StartDistress).ShouldBe((45, 55));
        persona.Voice.ShouldBe("Short sentences.\nLong gaps.");
        persona.RuptureFeels.ShouldBe([EmotionFamily.Hurt]);
        persona.Rubric.HighDistress.ShouldBe(70);
        Rubric.Default.HighDistress.ShouldBe(65);
        persona.Expectations.ShouldHaveSingleItem().Reply.ShouldBe("Have you tried switching it off?");
        persona.Facts[0].Says.ShouldBe(["Since March."]);

        var first = persona.Layers[0];
        (first.Feels.Primary, first.Feels.Intensity.Value).ShouldBe((EmotionFamily.Exhaustion, 3));
        first.Feels.Secondary.ShouldBe([EmotionFamily.Numbness]);
        first.MeaningWords.ShouldBe(["nothing left", "worn out"]);
        first.Need.ShouldBe("to be left in peace without being left");
        first.Cues.ShouldBe(["*looks at the phone*"]);
        first.Misreads.ShouldBe([EmotionFamily.Anger]);
        first.Lines.For(Reaction.Continue, Causes.Other).ShouldBe(["It buzzes in the drawer."]);
        first.Lines.For(Reaction.Correct, Causes.WrongFeeling).ShouldBe(["No. I'm just done."]);
        persona.Layers[1].TrustAboveStart.ShouldBe(10);
    }

    [Fact]
    public void The_pack_speaks_for_reactions_and_causes_that_the_persona_has_no_lines_for()
    {
        var persona = Drafts.Read(Drafts.Fuller.With("    other: [\"Mm.\"]\n", string.Empty)).Persona.ShouldNotBeNull();
        var pack = TendencyPacks.Of(Tendency.Guarded).Lines;

        persona.Lines.For(Reaction.Hesitate, Causes.Advice).ShouldBe(["*{phrase}.* Right.", "I'll think about it."]);
        persona.Lines.For(Reaction.Hesitate, Causes.Questioning).ShouldBe(pack.For(Reaction.Hesitate, Causes.Questioning));
        persona.Lines.For(Reaction.Withdraw, Causes.AboutToLeave).ShouldBe(pack.For(Reaction.Withdraw, Causes.AboutToLeave));
        persona.Lines.For(Reaction.Settle, Causes.Other).ShouldBe(["*nods*"]);
    }

    [Fact]
    public void Own_lines_for_every_other_cause_keep_the_pack_out_of_that_reaction()
    {
        var persona = Drafts.Read(Drafts.Fuller).Persona.ShouldNotBeNull();

        persona.Lines.For(Reaction.Hesitate, Causes.Questioning).ShouldBeEmpty();
        persona.Lines.For(Reaction.Hesitate, Causes.Other).ShouldBe(["Mm."]);
    }

    [Fact]
    public void A_plain_list_of_answers_leaves_greetings_and_goodbyes_to_the_pack()
    {
        var persona = Drafts.Read(Drafts.Fuller.With("settle: [", "answer: [\"It comes and goes.\"]\n  settle: [")).Persona.ShouldNotBeNull();

        persona.Lines.For(Reaction.Answer, Causes.Greeting).ShouldNotBeEmpty();
        persona.Lines.For(Reaction.Answer, Causes.Other).ShouldBe(["It comes and goes."]);
        persona.Layers.ShouldAllBe(layer => layer.Lines.For(Reaction.Answer, Causes.OpenQuestion).Count == 0);
    }

    [Fact]
    public void What_belongs_to_one_depth_is_lent_to_layers_without_lines_of_their_own()
    {
        var persona = Drafts.Read(Drafts.Fuller).Persona.ShouldNotBeNull();
        var pack = TendencyPacks.Of(Tendency.Guarded).Lines;

        persona.Layers[0].Lines.For(Reaction.Continue, Causes.Feeling).ShouldBeEmpty();
        persona.Layers[1].Lines.For(Reaction.Continue, Causes.Feeling).ShouldBe(pack.For(Reaction.Continue, Causes.Feeling));
        persona.Layers[0].Lines.For(Reaction.Deepen, Causes.Other).ShouldBe(pack.For(Reaction.Deepen, Causes.Other));
        persona.Lines.For(Reaction.Continue, Causes.Feeling).ShouldBeEmpty();
        persona.Lines.For(Reaction.Continue, Causes.Other).ShouldBe(pack.For(Reaction.Continue, Causes.Other));
    }

    [Fact]
    public void Asked_about_suicide_in_whatever_way_the_client_gives_its_own_answer()
    {
        var own = Drafts.Fuller.With("  - ask: [how long", "  - ask: [suicidal]\n    says: [\"Some nights, yes.\"]\n  - ask: [how long");

        Drafts.Read(own).Persona.ShouldNotBeNull().Lines.For(Reaction.Answer, Causes.Risk).ShouldBe(["Some nights, yes."]);
        Drafts.Read(Drafts.Fuller).Persona.ShouldNotBeNull().Lines.For(Reaction.Answer, Causes.Risk)
            .ShouldBe(TendencyPacks.Of(Tendency.Guarded).Lines.For(Reaction.Answer, Causes.Risk));
    }

    [Fact]
    public void Lines_that_all_need_a_slot_get_plain_ones_from_the_pack()
    {
        var persona = Drafts.Read(Drafts.Fuller.With(", \"I'll think about it.\"]", "]")).Persona.ShouldNotBeNull();

        var lines = persona.Lines.For(Reaction.Hesitate, Causes.Advice);
        lines[0].ShouldBe("*{phrase}.* Right.");
        lines.Count(Slots.IsPlain).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_pack_answers_what_anyone_can_be_asked_by_the_clients_name()
    {
        var persona = Drafts.Read(Drafts.Smallest).Persona.ShouldNotBeNull();

        persona.Facts.SelectMany(fact => fact.Says).ShouldContain(line => line.Contains("Sam", StringComparison.Ordinal));
        persona.Facts.SelectMany(fact => fact.Says).ShouldAllBe(line => Slots.IsPlain(line));
    }

    [Fact]
    public void A_fact_of_the_personas_own_keeps_the_packs_out()
    {
        var own = Drafts.Fuller.With("  - ask: [how long", "  - ask: [suicidal]\n    says: [\"Some nights, yes.\"]\n  - ask: [how long");
        var reading = Drafts.Read(own);

        reading.Persona.ShouldNotBeNull().Facts.Count(fact => fact.Ask.Contains("suicidal", StringComparer.Ordinal)).ShouldBe(1);
        reading.Findings.ShouldNotContain(finding => finding.What.Contains("suicide", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"*nods\"", "stage direction is not closed")]
    [InlineData("\"I don't pick it up any more.\"", "almost that of line")]
    public void A_line_that_could_be_better_is_a_warning(string line, string said)
    {
        var (text, place) = Drafts.Marked(Drafts.Fuller
            .With("[\"I don't pick up any more.\"]", "[\"I don't ever pick it up any more.\"]").With("\"*nods*\"", Drafts.Mark + line));

        var reading = Drafts.Read(text);

        reading.Persona.ShouldNotBeNull();
        var warning = reading.Findings.Single(finding => (finding.Line, finding.Column) == (place.Line, place.Column));
        warning.Severity.ShouldBe(FindingSeverity.Warning);
        warning.What.ShouldContain(said);
    }

    [Fact]
    public void Lines_under_a_cause_that_the_reaction_never_has_are_a_warning()
    {
        var (text, place) = Drafts.Marked(Drafts.Fuller.With("settle: [\"*nods*\"]", "settle:\n    ¦greeting: [\"*nods*\"]"));

        var reading = Drafts.Read(text);

        reading.Persona.ShouldNotBeNull();
        reading.Findings.ShouldContain(finding => finding.Line == place.Line && finding.Column == place.Column && !finding.IsFault);
    }

    [Theory]
    [InlineData(2, new double[] { 0, 10 })]
    [InlineData(4, new double[] { 0, 10, 20, 32 })]
    [InlineData(5, new double[] { 0, 7, 15, 24, 32 })]
    [InlineData(6, new double[] { 0, 5, 10, 18, 25, 32 })]
    [InlineData(9, new double[] { 0, 4, 8, 12, 16, 20, 24, 28, 32 })]
    public void Layers_without_trust_take_the_rubrics_steps(int layers, double[] steps)
    {
        var more = string.Concat(Enumerable.Range(3, layers - 2).Select(number =>
            $"  - says: [\"Thing number {number}.\"]\n    feels: {{ primary: grief, intensity: 4 }}\n    meaning: \"It is {number}.\"\n"));

        var persona = Drafts.Read(Drafts.Smallest + more).Persona.ShouldNotBeNull();

        persona.Layers.Select(layer => layer.TrustAboveStart).ShouldBe(steps);
    }

    [Fact]
    public void A_layer_without_trust_beside_others_opens_with_the_one_before()
    {
        var text = Drafts.Smallest + "    trust: 12\n  - says: [\"Last.\"]\n    feels: { primary: grief, intensity: 4 }\n    meaning: \"End.\"\n";

        Drafts.Read(text).Persona.ShouldNotBeNull().Layers.Select(layer => layer.TrustAboveStart).ShouldBe([0, 12, 12]);
    }

    [Fact]
    public void Windows_line_ends_and_a_byte_order_mark_do_not_matter()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("draft.yaml", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(Drafts.Fuller.ReplaceLineEndings("\r\n"))]);

        PersonaReader.ReadFile(path).Persona.ShouldNotBeNull().Voice.ShouldBe("Short sentences.\nLong gaps.");
    }

    [Fact]
    public void A_finding_reads_as_a_line_that_editors_can_jump_to() =>
        Drafts.Read(Drafts.Fuller.With("difficulty: 3", "difficulty: 9")).Faults.Single().ToString()
            .ShouldBe("draft.yaml:4:13: fault: \"difficulty\" is 9, which is out of range. Write a whole number from 1 to 5.");
}
