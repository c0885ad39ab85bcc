using PracticeBot.Content.Prompts;
using Shouldly;

namespace PracticeBot.Tests.Content.Prompts;

/// <summary>Prompt files to break.</summary>
internal static class PromptTexts
{
    /// <summary>A right file for the coach.</summary>
    public const string Coach =
        """
        name: coach
        description: A test's own.
        template_format: handlebars
        template: |
          <message role="system">
          You coach {{name}}.
          </message>
          <message role="user">
          The reply: {{json reply}}
          </message>
        input_variables:
          - name: name
          - name: reply
        execution_settings:
          default:
            temperature: 0.3

        """;

    /// <summary>A prompt with a list of what was said.</summary>
    public static readonly PromptContract DebriefContract = new(
        "debrief",
        [
            new("name", "Maya"),
            new(
                "turns",
                new[] { new Dictionary<string, object?> { ["reply"] = "It sounds heavy.", ["line"] = "It is.", ["verdict"] = "named the feeling" } },
                IsSpoken: true,
                IsRequired: true),
        ]);

    /// <summary>A right file for it.</summary>
    public const string Debrief =
        """
        name: debrief
        template_format: handlebars
        template: |
          <message role="system">
          You look back.
          </message>
          <message role="user">
          {{#each turns}}
          {{json reply}}
          {{/each}}
          </message>
        input_variables:
          - name: turns

        """;

    public static PromptReading ReadCoach(string text) => PromptReader.Read(text, "coach.yaml", PromptContracts.Coach);

    public static PromptReading ReadDebrief(string text) => PromptReader.Read(text, "debrief.yaml", DebriefContract);

    /// <summary>The debrief's user message, with these turns.</summary>
    public static string Rendered(string body, params (string Reply, string Verdict)[] turns)
    {
        var reading = ReadDebrief(Debrief.With("{{#each turns}}\n  {{json reply}}\n  {{/each}}", body)
            .With("You look back.", "{{#if name}}{{/if}}{{#if turns}}{{/if}}You look back.")
            .With("- name: turns", "- name: turns\n  - name: name"));
        reading.Findings.ShouldBeEmpty();
        return reading.Prompt!.Render(new Dictionary<string, object?>
        {
            ["name"] = "Maya",
            ["turns"] = turns.Select(turn => new Dictionary<string, object?> { ["reply"] = turn.Reply, ["line"] = "", ["verdict"] = turn.Verdict }).ToList(),
        })[1].Text;
    }

    /// <summary>A file that uses all that the code gives to a prompt.</summary>
    public static string Everything(PromptContract contract)
    {
        var template = string.Join('\n', contract.Variables.Select(variable => "  " + Use(variable)));
        var variables = string.Join('\n', contract.Variables.Select(variable => $"  - name: {variable.Name}"));
        return $"""
            name: {contract.Name}
            template_format: handlebars
            template: |
              <message role="system">
              {template.TrimStart()}
              </message>
              <message role="user">
              {template.TrimStart()}
              </message>
              <message role="assistant">
              {template.TrimStart()}
              </message>
            input_variables:
            {variables}
            """;
    }

    private static string Use(PromptVariable variable)
    {
        var name = variable.Name;
        return ValueShape.Of(variable.Sample) switch
        {
            ValueShape.ListOf { Item: ValueShape.Fields fields } =>
                $"{{{{json {name}}}}} {{{{#each {name}}}}}{string.Concat(fields.ByName.Keys.Select(field => $"{{{{json {field}}}}} "))}{{{{/each}}}}",
            ValueShape.Fields => $"{{{{json {name}}}}}",
            ValueShape.ListOf => $"{{{{json {name}}}}} {{{{#each {name}}}}}{{{{json this}}}} {{{{/each}}}}",
            _ => variable.IsSpoken ? $"{{{{#if {name}}}}}{{{{json {name}}}}}{{{{/if}}}}" : $"{{{{{name}}}}}",
        };
    }
}
