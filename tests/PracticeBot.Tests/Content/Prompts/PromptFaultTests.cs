using PracticeBot.Content;
using PracticeBot.Content.Prompts;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Content.Prompts;

/// <summary>Each fault is told with its place: the mark stands where the finding has to point.</summary>
public sealed class PromptFaultTests
{
    private const string System = "<message role=\"system\">\n  You coach {{name}}.\n  </message>";
    private const string Reply = "The reply: {{json reply}}";

    [Theory]
    // The messages.
    [InlineData("  <message role=\"system\">", "  ¦Listen. <message role=\"system\">", "stands in no message")]
    [InlineData("  </message>\ninput", "  </message>\n  ¦The end.\ninput", "stands in no message")]
    [InlineData(System, System + "\n  ¦{{#if name}}", "stands in no message")]
    [InlineData("  </message>\n  <message role=\"user\">", "  ¦<message role=\"user\">", "within a message")]
    [InlineData("<message role=\"user\">\n  The reply: {{json reply}}\n  </message>", "¦<message role=\"user\">\n  The reply: {{json reply}}", "no end")]
    [InlineData("  </message>\ninput", "  </message>\n  ¦</message>\ninput", "none began")]
    [InlineData("role=\"user\"", "role=\"¦usr\"", "Did you mean \"user\"?")]
    [InlineData("<message role=\"user\">", "<message role=\"user\">x</message>\n  ¦<message role='user'>", "no message tag")]
    [InlineData("<message role=\"user\">", "<message role=\"user\">x</message>\n  ¦<Message role=\"user\">", "no message tag")]
    [InlineData("<message role=\"user\">", "<message role=\"user\">x</message>\n  ¦<message role=\"user\" name=\"x\">", "no message tag")]
    [InlineData("<message role=\"system\">\n  You coach {{name}}.\n  </message>", "<message role=\"user\">x {{name}}</message>\n  ¦<message role=\"system\">y</message>", "after another message")]
    [InlineData("  <message role=\"user\">", "  ¦<message role=\"user\"> </message>\n  <message role=\"user\">", "is empty")]
    // The tags.
    [InlineData(Reply, "a\n  b ¦{{{reply}}} {{json reply}}", "Three braces")]
    [InlineData(Reply, "¦{{&reply}} {{json reply}}", "{{&")]
    [InlineData(Reply, "¦{{~&reply}} {{json reply}}", "{{&")]
    [InlineData(Reply, "¦{{> other}} {{json reply}}", "partial")]
    [InlineData(Reply, "¦{{#> other}}{{json reply}}", "partial")]
    [InlineData(Reply, "¦{{#*inline \"x\"}}{{json reply}}", "partial")]
    [InlineData(Reply, "{\"reply\":¦{{json reply}}}", "third brace")]
    [InlineData(Reply, "¦\\{{json reply}} {{json reply}}", "backslash")]
    [InlineData(Reply, "{{json reply}} ¦{{name", "no end")]
    [InlineData(Reply, "¦{{lookup name 0}} {{json reply}}", "no tag that prompts use")]
    [InlineData(Reply, "¦{{#with name}}{{json reply}}", "no tag that prompts use")]
    [InlineData(Reply, "¦{{^name}}{{json reply}}", "no tag that prompts use")]
    [InlineData(Reply, "¦{{#name}}{{json reply}}", "no tag that prompts use")]
    [InlineData(Reply, "¦{{json (lookup name 0)}} {{json reply}}", "no tag that prompts use")]
    [InlineData(Reply, "¦{{json reply indent=true}} {{json reply}}", "no tag that prompts use")]
    [InlineData(Reply, "¦{{\"text\"}} {{json reply}}", "no tag that prompts use")]
    [InlineData(Reply, "¦{{../@index}} {{json reply}}", "no tag that prompts use")]
    [InlineData(Reply, "¦{{}} {{json reply}}", "no tag that prompts use")]
    [InlineData(Reply, "¦{{#if name}}{{json reply}}", "has no end in its message")]
    [InlineData(Reply, "{{json reply}}¦{{/if}}", "did not begin in this message")]
    [InlineData(Reply, "{{#if name}}{{json reply}}¦{{/unless}}", "Write {{/if}}")]
    [InlineData(Reply, "{{json reply}} ¦{{else}}", "in no block")]
    // What the tags name.
    [InlineData(Reply, "¦{{nme}} {{json reply}}", "Did you mean \"name\"?")]
    [InlineData(Reply, "¦{{../name}} {{json reply}}", "leads out of the prompt")]
    [InlineData(Reply, "¦{{json this}} {{json reply}}", "outside of {{#each}}")]
    [InlineData(Reply, "¦{{@index}} {{json reply}}", "not known here")]
    [InlineData(Reply, "¦{{@root}} {{json reply}}", "not known here")]
    [InlineData(Reply, "¦{{name.Length}} {{json reply}}", "part of nothing")]
    [InlineData(Reply, "¦{{#each name}}x{{/each}} {{json reply}}", "is no list")]
    [InlineData(Reply, "{{json reply}} ¦{{nudge}}", "used and not declared")]
    [InlineData("  - name: reply", "  - name: reply\n  - name: ¦nudge", "declared and not used")]
    [InlineData("  - name: reply", "  - name: reply\n  - name: ¦reply", "second time")]
    [InlineData("  <message role=\"system\">", "  ¦<message role=\"system\">{{name}}</message><message role=\"user\">x</message>\ninput_variables: [{ name: name }]\nx: |\n  <message role=\"system\">", "does not use \"reply\"")]
    // What was said.
    [InlineData(Reply, "¦{{reply}} {{json reply}}", "Write {{json reply}}")]
    [InlineData(Reply, "{{#if reply}}¦{{reply}}{{/if}} {{json reply}}", "Write {{json reply}}")]
    // The rest of the file.
    [InlineData("name: coach", "name: ¦couch", "Write name: coach")]
    [InlineData("name: coach\n", "¦", "\"name\" is missing")]
    [InlineData("handlebars", "¦semantic-kernel", "Write template_format: handlebars")]
    [InlineData("template: |", "template: ¦>", "block after |")]
    [InlineData("template: |", "template: ¦\"\"\nx: |", "block after |")]
    [InlineData("input_variables:", "input_variables: ¦x\ny:", "has to be a list")]
    [InlineData("  - name: reply", "  - name: reply\n  - ¦x", "has to be keys")]
    [InlineData("  - name: reply", "  - name: reply\n    is_required: ¦maybe", "true or false")]
    [InlineData("  - name: reply", "  - name: reply\n    default: ¦[x]", "has to be a text")]
    [InlineData("temperature: 0.3", "temperature: ¦warm", "Write a number from 0 to 2.")]
    [InlineData("temperature: 0.3", "temperature: ¦2.1", "Write a number from 0 to 2.")]
    [InlineData("temperature: 0.3", "max_tokens: ¦0.5", "Write a number from 1 to 100000.")]
    [InlineData("temperature: 0.3", "top_p: ¦-1", "Write a number from 0 to 1.")]
    [InlineData("temperature: 0.3\n", "temperature: [\n¦", "not YAML")]
    [InlineData("default:\n    temperature: 0.3", "default: ¦warm", "has to be keys")]
    [InlineData("execution_settings:\n  default:\n    temperature: 0.3", "execution_settings: ¦warm", "has to be keys")]
    public void A_fault_is_told_with_its_place(string written, string instead, string told)
    {
        var (text, place) = Drafts.Marked(PromptTexts.Coach.With(written, instead));

        var reading = PromptTexts.ReadCoach(text);

        reading.Prompt.ShouldBeNull();
        reading.Findings.ShouldContain(
            finding => finding.IsFault && finding.Line == place.Line && finding.Column == place.Column && finding.ToString().Contains(told),
            reading.Findings.Said());
    }

    [Theory]
    [InlineData("{{json reply}}", "¦{{reply}}", "Write {{json reply}}")]
    [InlineData("{{json reply}}", "¦{{this.reply}}", "Write {{json this.reply}}")]
    [InlineData("{{json reply}}", "{{#if line}}¦{{line}}{{/if}}", "Write {{json line}}")]
    [InlineData("{{json reply}}", "¦{{this}}", "Write {{json this}}")]
    [InlineData("{{json reply}}", "¦{{json replys}}", "Did you mean \"reply\"?")]
    [InlineData("{{json reply}}", "¦{{name}}", "Write ../name")]
    [InlineData("{{json reply}}", "{{json reply}}{{else}}¦{{json reply}}", "gives this prompt no \"reply\"")]
    [InlineData("{{json reply}}", "{{json reply}}¦{{else if turns}}", "in {{#each}}")]
    [InlineData("{{json reply}}", "¦{{../turns}}", "Write {{json ../turns}}")]
    [InlineData("{{#each turns}}", "¦{{turns}} {{#each turns}}", "Write {{json turns}}")]
    [InlineData("- name: turns", "- name: ¦turns\n    default: x", "can't have a default")]
    public void So_is_a_fault_among_the_entries_of_a_list(string written, string instead, string told)
    {
        var (text, place) = Drafts.Marked(PromptTexts.Debrief.With(written, instead));

        var reading = PromptTexts.ReadDebrief(text);

        reading.Prompt.ShouldBeNull();
        reading.Findings.ShouldContain(
            finding => finding.IsFault && finding.Line == place.Line && finding.Column == place.Column && finding.ToString().Contains(told),
            reading.Findings.Said());
    }

    [Fact]
    public void Every_spoken_variable_of_every_prompt_has_to_be_quoted()
    {
        foreach (var contract in PromptContracts.All)
        {
            var text = PromptTexts.Everything(contract);
            PromptReader.Read(text, "x", contract).Findings.ShouldBeEmpty();
            foreach (var spoken in contract.Variables.Where(variable => variable.IsSpoken))
            {
                var reading = PromptReader.Read(text.With($"{{{{json {spoken.Name}}}}}", $"{{{{{spoken.Name}}}}}"), "x", contract);

                reading.Findings.ShouldHaveSingleItem().What.ShouldContain($"\"{spoken.Name}\" was said");
            }
        }
    }

    [Fact]
    public void The_places_hold_where_lines_end_as_on_windows()
    {
        var (text, place) = Drafts.Marked(PromptTexts.Coach.With(Reply, "x\n  ¦{{reply}} {{json reply}}"));

        var fault = PromptTexts.ReadCoach(text.ReplaceLineEndings("\r\n")).Findings.ShouldHaveSingleItem();

        (fault.Line, fault.Column).ShouldBe((place.Line, place.Column));
    }

    [Theory]
    [InlineData("description: A test's own.", "descripton: A test's own.", "Did you mean \"description\"?")]
    [InlineData("    temperature: 0.3", "    temperature: 0.3\n    logprobs: true", "\"logprobs\"")]
    [InlineData("    temperature: 0.3", "    temperature: 0.3\n  gpt-4: { temperature: 1 }", "\"gpt-4\"")]
    [InlineData("  - name: reply", "  - name: reply\n    json_schema: x", "\"json_schema\"")]
    public void Keys_that_are_not_read_here_are_warned_of(string written, string instead, string told)
    {
        var reading = PromptTexts.ReadCoach(PromptTexts.Coach.With(written, instead));

        reading.Prompt.ShouldNotBeNull();
        var warning = reading.Findings.ShouldHaveSingleItem();
        warning.Severity.ShouldBe(FindingSeverity.Warning);
        warning.ToString().ShouldContain(told);
    }

    [Fact]
    public void A_file_of_more_than_64_kilobytes_is_refused_and_one_that_fits_is_not()
    {
        var room = 64 * 1024 - PromptTexts.Coach.Length;

        PromptTexts.ReadCoach(PromptTexts.Coach + new string('#', room)).Prompt.ShouldNotBeNull();
        PromptTexts.ReadCoach(PromptTexts.Coach + new string('#', room + 1)).Findings.ShouldHaveSingleItem().What.ShouldContain("65536 fit");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("# nothing")]
    [InlineData("- x")]
    [InlineData("x")]
    public void A_file_without_a_prompt_is_a_fault(string text) => PromptTexts.ReadCoach(text).Findings.ShouldContain(finding => finding.IsFault);
}
