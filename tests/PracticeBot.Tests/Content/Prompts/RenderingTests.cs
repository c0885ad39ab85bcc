using Microsoft.Extensions.AI;
using PracticeBot.Content.Prompts;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Content.Prompts;

public sealed class RenderingTests
{
    [Fact]
    public void A_prompt_becomes_messages_with_their_roles()
    {
        var rendered = Coach().Render(Values("Kim", "It sounds \"heavy\"."));

        rendered.Select(message => (message.Role, message.Text)).ShouldBe(
        [
            (ChatRole.System, "You coach Kim."),
            (ChatRole.User, "The reply: \"It sounds \\\"heavy\\\".\""),
        ]);
    }

    [Theory]
    [InlineData("{{#each turns}}\n  {{@index}} {{../name}}: {{json reply}}\n  {{/each}}", "0 Maya: \"a\"\n1 Maya: \"b\"")]
    [InlineData("{{#each turns}}{{#if verdict}}{{../name}}{{json verdict}}{{else}}-{{/if}}{{/each}}", "-Maya\"felt\"")]
    [InlineData("{{#each turns}}{{#unless verdict}}{{json this.reply}}{{/unless}}{{/each}}", "\"a\"")]
    [InlineData("{{#each turns}}{{#unless @first}}, {{/unless}}{{json reply}}{{#if @last}}.{{/if}}{{/each}}", "\"a\", \"b\".")]
    [InlineData("{{#each turns}}{{#each ../turns}}{{json reply}}{{../../name}}{{/each}};{{/each}}", "\"a\"Maya\"b\"Maya;\"a\"Maya\"b\"Maya;")]
    [InlineData("{{#if name}}a{{else if turns}}b{{else}}c{{/if}}", "a")]
    [InlineData("{{#unless name}}a{{else if turns}}b{{else}}c{{/unless}}", "b")]
    [InlineData("{{#if turns}}\n  a\n  {{/if}}\n  b", "a\nb")]
    [InlineData("a {{~ name ~}} b", "aMayab")]
    [InlineData("a{{! {{ name }}b", "ab")]
    [InlineData("a{{!-- name }} {{name}} --}}b", "ab")]
    [InlineData("a\n  {{! why }}\n  b", "a\nb")]
    [InlineData("}} } {\"a\": {{json name}} }} \\ & < > é", "}} } {\"a\": \"Maya\" }} \\ & < > é")]
    [InlineData("{{json turns}}", "[{\"reply\":\"a\",\"line\":\"\",\"verdict\":\"\"},{\"reply\":\"b\",\"line\":\"\",\"verdict\":\"felt\"}]")]
    public void Tags_mean_what_they_mean_in_handlebars(string body, string rendered) =>
        PromptTexts.Rendered(body, ("a", ""), ("b", "felt")).ShouldBe(rendered);

    [Fact]
    public void A_list_without_entries_takes_what_stands_under_else() =>
        PromptTexts.Rendered("{{#each turns}}x{{else}}none for {{name}}{{/each}}").ShouldBe("none for Maya");

    [Fact]
    public void A_default_stands_in_where_there_is_no_value()
    {
        var prompt = PromptTexts.ReadCoach(PromptTexts.Coach.With("- name: reply", "- name: reply\n    default: \"(nothing)\"")).Prompt!;

        prompt.Render(Values("Kim", null))[1].Text.ShouldBe("The reply: \"(nothing)\"");
        prompt.Render(Values("Kim", "Yes."))[1].Text.ShouldBe("The reply: \"Yes.\"");
        Coach().Render(Values("Kim", null))[1].Text.ShouldBe("The reply: null");
    }

    [Fact]
    public void A_value_that_the_code_left_out_is_named_and_no_other_is_told()
    {
        var values = Values("Kim", "a secret");
        values.Remove("strain");

        var fault = Should.Throw<ArgumentException>(() => Coach().Render(values));

        fault.Message.ShouldContain("\"strain\"");
        fault.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void Settings_come_with_the_prompt_and_what_is_not_written_is_left_to_the_provider()
    {
        PromptTexts.ReadCoach(PromptTexts.Coach.With(
                "    temperature: 0.3",
                "    temperature: 0.3\n    top_p: 0.9\n    max_tokens: 120\n    seed: 7\n    frequency_penalty: -1\n    presence_penalty: 0.5")).Prompt!
            .Settings.ShouldBe(new PromptSettings(0.3, 0.9, 120, 7, -1, 0.5));
        PromptTexts.ReadDebrief(PromptTexts.Debrief).Prompt!.Settings.ShouldBe(new PromptSettings());
    }

    [Fact]
    public void A_version_is_the_beginning_of_the_texts_hash_however_lines_end()
    {
        var prompt = Coach();

        // As sha256sum tells it.
        prompt.Version.ShouldBe("04fe53f4990d");
        PromptTexts.ReadCoach(PromptTexts.Coach.ReplaceLineEndings("\r\n")).Prompt!.Version.ShouldBe(prompt.Version);
        PromptTexts.ReadCoach(PromptTexts.Coach.With("You coach", "You guide")).Prompt!.Version.ShouldNotBe(prompt.Version);
    }

    [Fact]
    public void The_length_of_the_prefix_is_that_of_the_first_message() =>
        Coach().PrefixLength.ShouldBe("You coach Maya.".Length);

    [Fact]
    public void Many_threads_can_render_one_prompt()
    {
        var prompt = Coach();

        var rendered = Enumerable.Range(0, 2_000).AsParallel().WithDegreeOfParallelism(8)
            .Select(number => (number, Messages: prompt.Render(Values($"Kim {number}", $"reply {number}")))).ToList();

        rendered.ShouldAllBe(one => one.Messages[0].Text == $"You coach Kim {one.number}." && one.Messages[1].Text == $"The reply: \"reply {one.number}\"");
    }

    private static Prompt Coach() => PromptTexts.ReadCoach(PromptTexts.Coach).Prompt.ShouldNotBeNull();

    private static Dictionary<string, object?> Values(string name, string? reply) =>
        new(PromptContracts.Coach.Samples) { ["name"] = name, ["reply"] = reply };
}
