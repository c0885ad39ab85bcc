using PracticeBot.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Content;

public sealed class PersonaFaultTests
{
    /// <summary>Why, what stands in a good draft, what is written instead with a mark where the fault is, and words of what is said.</summary>
    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "no YAML: a quote is never closed", "name: Sam", "name: ¦\"Sam", "not YAML" },
        { "no YAML: a tab indents", "difficulty: 3", "¦\tdifficulty: 3", "not YAML" },
        { "a second document", "rupture:", "¦---\nrupture:", "second document" },
        { "a key twice", "difficulty: 3", "difficulty: 3\n¦difficulty: 4", "second time" },
        { "a stage direction without quotes", "cues: [\"*looks at the phone*\"]", "cues: [¦*looks]", "reference" },
        { "an anchor", "name: Sam", "name: ¦&who Sam", "anchor" },
        { "an alias", "need: to be left in peace without being left", "need: ¦*who", "reference" },
        { "a tag", "name: Sam", "name: ¦!!binary Sam", "tag" },
        { "a list as a key", "facts:", "¦[a, b]: c\nfacts:", "key" },
        { "a control character", "name: Sam", "name: Sa¦\u0007m", "can't be shown" },
        { "an escaped control character", "name: Sam", "name: ¦\"Sa\\u0007m\"", "can't be shown" },
        { "text that turns direction around", "name: Sam", "name: Sam¦\u202E", "can't be shown" },
        { "an unknown key", "difficulty: 3", "¦dificulty: 3", "\"dificulty\" is no part of a persona" },
        { "an unknown key of a layer", "need: to", "¦needs: to", "\"needs\" is no part of a layer" },
        { "an unknown key of about", "age: 50", "¦years: 50", "\"years\" is no part of about" },
        { "an unknown key of a fact", "ask: [how", "¦asks: [how", "\"asks\" is no part of a fact" },
        { "a missing name", "id: draft\nname: Sam", "¦id: draft", "needs \"name\"" },
        { "an empty name", "name: Sam", "¦name:", "\"name\" is empty" },
        { "a name of spaces", "name: Sam", "name: ¦\"  \"", "is empty" },
        { "about without its line", "{ age: 50, pronouns: they/them, line: \"Someone who has stopped answering the phone.\" }", "¦{ age: 50 }", "needs \"line\"" },
        { "a layer without its line", "- id: m1\n    says: [\"I don't pick up any more.\"]", "- ¦id: m1", "needs \"says\"" },
        { "a layer without a line", "says: [\"It rang when it happened, and I was asleep.\"]", "says: ¦[]", "0 of at least 1" },
        { "a text where a list belongs", "trains: [patience]", "trains: ¦patience", "has to be a list" },
        { "a list where a text belongs", "name: Sam", "name: ¦[Sam]", "has to be a text" },
        { "a map where a text belongs", "\"There is nothing left in me for anyone.\"", "\n      ¦because: nothing is left", "has to be a text" },
        { "a text where keys belong", "{ primary: guilt, intensity: 5, secondary: [grief] }", "¦guilt", "has to be keys" },
        { "a text where lines belong", "lines:\n  hesitate:", "lines: ¦quiet\nunused:\n  hesitate:", "reactions with lines" },
        { "a word where a number belongs", "difficulty: 3", "difficulty: ¦hard", "whole number" },
        { "a fraction where a whole number belongs", "difficulty: 3", "difficulty: ¦2.5", "whole number" },
        { "a number beyond its range", "difficulty: 3", "difficulty: ¦6", "out of range" },
        { "trust beyond its range", "trust: 45", "trust: ¦101", "out of range" },
        { "distress below its range", "distress: 55", "distress: ¦-1", "out of range" },
        { "an intensity beyond its range", "intensity: 5", "intensity: ¦7", "out of range" },
        { "an age beyond its range", "age: 50", "age: ¦0", "out of range" },
        { "an unknown family", "primary: guilt", "primary: ¦gilt", "\"gilt\" is not known" },
        { "an unknown misread", "misreads: [anger]", "misreads: [anger, ¦angst]", "\"angst\" is not known" },
        { "an unknown rupture feeling", "feels: [hurt]", "feels: [¦pain]", "\"pain\" is not known" },
        { "an unknown tendency", "tendency: guarded", "tendency: ¦gaurded", "\"gaurded\" is not known" },
        { "an unknown reaction", "settle: [", "¦settled: [", "no reaction" },
        { "an unknown cause", "advice: [", "¦advise: [", "no cause" },
        { "an unknown verdict", "verdict: missed", "verdict: ¦wrong", "\"wrong\" is not known" },
        { "an unknown number of the rubric", "highDistress: 70", "¦highDistres: 70", "no number of the rubric" },
        { "a number of the rubric beyond its range", "highDistress: 70", "highDistress: ¦170", "out of range" },
        { "two layers of one name", "- id: m2", "- id: ¦m1", "called \"m1\"" },
        { "an id with a space", "id: draft", "id: ¦my draft", "no id" },
        { "an id in capitals", "id: draft", "id: ¦Draft", "no id" },
        { "an id that is not the file's name", "id: draft", "id: ¦other", "the file is called \"draft.yaml\"" },
        { "a first layer that takes trust", "trust: 0\n    lines:", "trust: ¦5\n    lines:", "opens with" },
        { "a layer beyond all trust", "trust: 10", "trust: ¦56", "can't be reached" },
        { "a layer that takes less than the one before", "facts:", "  - says: [\"And the other thing.\"]\n    feels: { primary: shame, intensity: 4 }\n    meaning: \"It was me.\"\n    trust: ¦9\nfacts:", "less than the layer before" },
        { "a slot that nothing fills", "\"I'll think about it.\"", "¦\"I'll think about {foo}.\"", "{foo}" },
        { "a doubled brace", "\"I'll think about it.\"", "¦\"I'll think about {{phrase}}.\"", "brace" },
        { "a slot in the opening line", "[\"I don't pick up any more.\"]", "[¦\"Well, {phrase}.\"]", "nothing was said before" },
        { "a fact that needs a slot", "[\"Since March.\"]", "[¦\"{phrase}? Since March.\"]", "needs a slot filled" },
        { "a reaction of slots alone that has no pack", "settle: [\"*nods*\"]", "confront: [¦\"{phrase}? No.\"]", "needs a slot filled" },
        { "a line that is too long", "\"Mm.\"", $"¦\"{new string('m', 601)}\"", "601 characters; 600 fit" },
        { "an unknown moment", "moment: m1", "moment: ¦m3", "no moment \"m3\"" },
        { "an expectation that expects nothing", "{ moment: m1, reply: \"Have you tried switching it off?\", verdict: missed }", "¦{ moment: m1, reply: \"Yes.\" }", "expects nothing" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_with_its_place_and_what_to_do(string why, string written, string instead, string said)
    {
        var (text, place) = Drafts.Marked(Drafts.Fuller.With(written, instead));

        var reading = Drafts.Read(text);

        reading.Persona.ShouldBeNull(why);
        var fault = reading.Faults.FirstOrDefault(found => (found.Line, found.Column) == (place.Line, place.Column));
        fault.ShouldNotBeNull($"{why}: expected at {place}, found:\n{reading.Findings.Said()}");
        fault.What.ShouldContain(said);
        fault.Mend.ShouldNotBeEmpty();
        fault.File.ShouldBe("draft.yaml");
    }

    [Theory]
    [InlineData("dificulty", "difficulty: 3", "difficulty")]
    [InlineData("content_notes", "contentNotes: [", "contentNotes")]
    [InlineData("expectation", "expectations:", "expectations")]
    public void An_unknown_key_comes_with_the_key_that_was_meant(string wrong, string written, string meant)
    {
        var fault = Drafts.Read(Drafts.Fuller.With(written, written.Replace(meant, wrong, StringComparison.Ordinal))).Faults.First();

        fault.Mend.ShouldBe($"Did you mean \"{meant}\"?");
    }

    [Theory]
    [InlineData("gilt", "Did you mean \"guilt\"?")]
    [InlineData("lonely", "Did you mean \"loneliness\"?")]
    [InlineData("sad", "Did you mean \"sadness\"?")]
    [InlineData("emptiness", "Write \"numbness\", the family that it belongs to.")]
    public void An_unknown_feeling_comes_with_the_family_that_was_meant(string wrong, string mend) =>
        Drafts.Read(Drafts.Fuller.With("primary: guilt", $"primary: {wrong}")).Faults.Single().Mend.ShouldBe(mend);

    [Fact]
    public void All_faults_of_a_file_are_found_at_once_in_the_order_of_the_file()
    {
        var text = Drafts.Fuller.With("difficulty: 3", "difficulty: 9").With("primary: guilt", "primary: gilt").With("moment: m1", "moment: m9");

        var faults = Drafts.Read(text).Faults.ToList();

        faults.Count.ShouldBe(3, faults.Said());
        faults.Select(fault => fault.Line).ShouldBeInOrder();
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        var fault = Drafts.Read(Drafts.Fuller + "# " + new string('x', PersonaReader.LargestFile)).Faults.Single();

        (fault.Line, fault.Column).ShouldBe((1, 1));
        fault.What.ShouldContain("256 KB fit");
    }

    [Fact]
    public void References_that_would_unfold_without_end_are_refused()
    {
        var bomb = "a: &a [x, x]\n" + string.Concat(Enumerable.Range('b', 20).Select(letter => $"{(char)letter}: &{(char)letter} [*{(char)(letter - 1)}, *{(char)(letter - 1)}]\n"));

        Drafts.Read(bomb).Faults.Single().What.ShouldContain("anchor");
    }

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Drafts.Read("id: " + new string('[', 50_000)).Faults.ShouldHaveSingleItem();

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("just a sentence")]
    [InlineData("- a\n- list\n")]
    [InlineData("null")]
    public void What_is_no_persona_at_all_is_a_fault(string text) => Drafts.Read(text).Faults.ShouldNotBeEmpty();

    [Fact]
    public void A_file_in_another_encoding_is_a_fault_with_its_line()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("draft.yaml", [.. "id: draft\nname: "u8, 0xE9, .. "\n"u8]);

        var fault = PersonaReader.ReadFile(path).Faults.Single();

        fault.Line.ShouldBe(2);
        fault.What.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_fault() =>
        PersonaReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "nobody.yaml")).Faults.ShouldHaveSingleItem();
}
