using System.Globalization;
using System.Numerics;
using PracticeBot.Content.Format;
using PracticeBot.Content.Yaml;

namespace PracticeBot.Content.Prompts;

/// <summary>Reads what stands under the keys of a prompt file. Semantic Kernel has more keys than are read here: those are warned of.</summary>
internal sealed class PromptFileReader(string text, FindingList findings)
{
    private static readonly string[] Keys =
        ["name", "description", "template_format", "template", "input_variables", "execution_settings"];

    private static readonly string[] VariableKeys = ["name", "description", "is_required", "default", "allow_dangerously_set_content"];

    private static readonly string[] SettingKeys =
        ["temperature", "top_p", "max_tokens", "seed", "frequency_penalty", "presence_penalty"];

    public PromptFile? Read(YamlNode root)
    {
        if (root is not YamlNode.Map map)
        {
            findings.Fault(root.Place, "A prompt file has to be keys with values.", $"Keys are {string.Join(", ", Keys)}.");
            return null;
        }

        WarnOfUnknown(map, Keys);
        var format = Word(map, "template_format", "handlebars");
        if (format is not null && format.Value != "handlebars")
        {
            findings.Fault(format.Place, $"\"{format.Value}\" is no format of templates that is read here.", "Write template_format: handlebars");
        }

        return new PromptFile(Word(map, "name", "assessor"), Template(map), InputVariables(map), Settings(map));
    }

    private TemplateText? Template(YamlNode.Map map)
    {
        const string form = "Write template: | and the messages below it, indented.";
        switch (Needed(map, "template", form))
        {
            case YamlNode.Text written:
                if (TemplateText.Of(written, text) is { } template)
                {
                    return template;
                }

                findings.Fault(written.Place, "The template is not written as a block after |.", form);
                return null;
            case { } other:
                findings.Fault(other.Place, "\"template\" has to be a text.", form);
                return null;
            default:
                return null;
        }
    }

    private List<InputVariable> InputVariables(YamlNode.Map map)
    {
        var read = new List<InputVariable>();
        if (Needed(map, "input_variables", "List what the template uses: - name: reply") is not { } node)
        {
            return read;
        }

        if (node is not YamlNode.List list)
        {
            findings.Fault(node.Place, "\"input_variables\" has to be a list.", "Write for example: - name: reply");
            return read;
        }

        foreach (var entry in list.Items)
        {
            if (entry is not YamlNode.Map variable)
            {
                findings.Fault(entry.Place, "A variable has to be keys with values.", "Write for example: - name: reply");
            }
            else if (InputVariableOf(variable) is { } one)
            {
                if (read.Exists(other => other.Name == one.Name))
                {
                    findings.Fault(one.Place, $"\"{one.Name}\" is declared a second time.", "Take one out.");
                }

                read.Add(one);
            }
        }

        return read;
    }

    private InputVariable? InputVariableOf(YamlNode.Map map)
    {
        WarnOfUnknown(map, VariableKeys);
        if (Find(map, "is_required") is { } required && (required as YamlNode.Text)?.Value is not ("true" or "false"))
        {
            findings.Fault(required.Place, "\"is_required\" has to be true or false.", "Write for example: is_required: true");
        }

        var standard = Find(map, "default");
        if (standard is not (null or YamlNode.Text))
        {
            findings.Fault(standard.Place, "\"default\" has to be a text.", "Write for example: default: \"\"");
        }

        return Word(map, "name", "reply") is { } name
            ? new InputVariable(name.Value, standard is YamlNode.Text { IsEmpty: false } given ? given.Value : null, name.Place)
            : null;
    }

    private PromptSettings Settings(YamlNode.Map map)
    {
        const string form = "Write execution_settings: and default: below it, and below that for example temperature: 0.2";
        if (Find(map, "execution_settings") is not { } node || node.IsEmpty)
        {
            return new PromptSettings();
        }

        if (node is not YamlNode.Map services)
        {
            findings.Fault(node.Place, "\"execution_settings\" has to be keys with values.", form);
            return new PromptSettings();
        }

        WarnOfUnknown(services, ["default"]);
        switch (Find(services, "default"))
        {
            case YamlNode.Map settings:
                WarnOfUnknown(settings, SettingKeys);
                return new PromptSettings(
                    Number<double>(settings, "temperature", 0, 2),
                    Number<double>(settings, "top_p", 0, 1),
                    Number(settings, "max_tokens", 1, 100_000),
                    Number<long>(settings, "seed", 0, int.MaxValue),
                    Number<double>(settings, "frequency_penalty", -2, 2),
                    Number<double>(settings, "presence_penalty", -2, 2));
            case { IsEmpty: false } other:
                findings.Fault(other.Place, "\"default\" has to be keys with values.", form);
                break;
        }

        return new PromptSettings();
    }

    private T? Number<T>(YamlNode.Map map, string key, T least, T most)
        where T : struct, INumber<T>
    {
        if (Find(map, key) is not { IsEmpty: false } node)
        {
            return null;
        }

        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (node is YamlNode.Text written && T.TryParse(written.Value, styles, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        findings.Fault(
            node.Place,
            $"\"{key}\" is no number that fits.",
            string.Create(CultureInfo.InvariantCulture, $"Write a number from {least} to {most}."));
        return null;
    }

    private Located<string>? Word(YamlNode.Map map, string key, string example)
    {
        var form = $"Write for example: {key}: {example}";
        switch (Needed(map, key, form))
        {
            case YamlNode.Text { IsEmpty: false } word when !string.IsNullOrWhiteSpace(word.Value):
                return new Located<string>(word.Value.Trim(), word.Place);
            case { } other:
                findings.Fault(other.Place, $"\"{key}\" has to be a word.", form);
                return null;
            default:
                return null;
        }
    }

    private YamlNode? Needed(YamlNode.Map map, string key, string mend)
    {
        var node = Find(map, key);
        if (node is null)
        {
            findings.Fault(map.Place, $"\"{key}\" is missing.", mend);
        }

        return node;
    }

    private void WarnOfUnknown(YamlNode.Map map, string[] known)
    {
        foreach (var key in map.Entries.Select(entry => entry.Key).Where(key => !known.Contains(key.Value, StringComparer.Ordinal)))
        {
            findings.Warn(key.Place, $"\"{key.Value}\" is not read here.", NearestWord.Mend(key.Value, known));
        }
    }

    private static YamlNode? Find(YamlNode.Map map, string key) => map.Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
}
