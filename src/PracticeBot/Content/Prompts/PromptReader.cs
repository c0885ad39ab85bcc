using System.Globalization;
using System.Text;
using HandlebarsDotNet;
using PracticeBot.Content.Format;
using PracticeBot.Content.Yaml;

namespace PracticeBot.Content.Prompts;

/// <summary>Reads prompt files. Whatever stands in a file, the answer is a reading with findings, never an exception.</summary>
internal static class PromptReader
{
    public const string Extension = ".yaml";

    /// <summary>Bytes.</summary>
    public const int LargestFile = 64 * 1024;

    /// <summary>The text of a file, or null with the fault that says why not.</summary>
    public static string? TextOf(string path, out PersonaFinding? fault)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            fault = Fault(path, "The file is missing.", "Put back the one that comes with the program.");
            return null;
        }

        if (file.Length > LargestFile)
        {
            fault = TooLarge(path, file.Length);
            return null;
        }

        return PersonaReader.TextOf(path, out fault);
    }

    /// <param name="file">It stands in the findings.</param>
    public static PromptReading Read(string text, string file, PromptContract contract)
    {
        if (Encoding.UTF8.GetByteCount(text) is > LargestFile and var bytes)
        {
            return new PromptReading(null, [TooLarge(file, bytes)]);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new PromptReading(null, [Fault(file, "The file is empty.", "Put back the one that comes with the program.")]);
        }

        var findings = new FindingList(file);
        var tree = YamlTreeReader.Read(text, findings);
        var written = tree is null ? null : new PromptFileReader(text, findings).Read(tree);
        var prompt = written?.Template is null ? null : Build(text, written, written.Template, contract, findings);
        return new PromptReading(findings.HasFaults ? null : prompt, findings.InOrder());
    }

    private static Prompt? Build(string text, PromptFile written, TemplateText template, PromptContract contract, FindingList findings)
    {
        if (written.Name is { } name && name.Value != contract.Name)
        {
            findings.Fault(name.Place, $"The prompt of this file is \"{contract.Name}\", not \"{name.Value}\".", $"Write name: {contract.Name}");
        }

        var blocks = MessageSplitter.Split(template, findings);
        var check = new TagCheck(contract, template, findings);
        var parts = blocks.Select(block => TagReader.Read(block, template, findings)).ToList();
        parts.ForEach(check.Run);
        CompareVariables(written, template, contract, check.Used, findings);
        if (findings.HasFaults)
        {
            return null;
        }

        try
        {
            var messages = blocks.Zip(parts, (block, read) => new MessageTemplate(
                block.Role, PromptEngine.Compile(string.Concat(read.Select(part => part.Source)))));
            var defaults = written.InputVariables.Where(variable => variable.Default is not null)
                .ToDictionary(variable => variable.Name, variable => variable.Default!, StringComparer.Ordinal);
            return new Prompt(contract, text, written.Settings, [.. messages], defaults);
        }
        catch (HandlebarsException broken)
        {
            findings.Fault(template.PlaceOf(0), $"The template can't be rendered: {broken.Message}", "Check its tags.");
            return null;
        }
    }

    private static void CompareVariables(
        PromptFile written, TemplateText template, PromptContract contract, Dictionary<string, int> used, FindingList findings)
    {
        foreach (var variable in written.InputVariables)
        {
            if (!used.ContainsKey(variable.Name))
            {
                findings.Fault(variable.Place, $"\"{variable.Name}\" is declared and not used.", "Use it in the template, or take it out.");
            }

            if (variable.Default is not null
                && contract.Samples.TryGetValue(variable.Name, out var sample)
                && ValueShape.Of(sample) is not ValueShape.Leaf)
            {
                findings.Fault(variable.Place, $"\"{variable.Name}\" is a list and can't have a default.", "Take \"default\" out.");
            }
        }

        var declared = written.InputVariables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, offset) in used.Where(use => !declared.Contains(use.Key)))
        {
            findings.Fault(
                template.PlaceOf(offset),
                $"\"{name}\" is used and not declared.",
                $"{NearestWord.Mend(name, declared.DefaultIfEmpty(name))} Or write under input_variables: - name: {name}");
        }

        foreach (var variable in contract.Variables.Where(variable => variable.IsRequired && !used.ContainsKey(variable.Name)))
        {
            findings.Fault(
                template.PlaceOf(0),
                $"The template does not use \"{variable.Name}\", without which it can't do its work.",
                $"Write {{{{{(variable.IsSpoken ? "json " : string.Empty)}{variable.Name}}}}} where it belongs.");
        }
    }

    private static PersonaFinding TooLarge(string path, long bytes) => Fault(
        path,
        string.Create(CultureInfo.InvariantCulture, $"The file has {bytes} bytes; {LargestFile} fit."),
        "Shorten it: the whole of it is sent with every turn.");

    private static PersonaFinding Fault(string file, string what, string mend) => new(file, 1, 1, FindingSeverity.Fault, what, mend);
}

/// <summary>What came of reading a prompt file.</summary>
/// <param name="Prompt">Null where the file has a fault.</param>
/// <param name="Findings">Faults and warnings in the order of the file.</param>
internal sealed record PromptReading(Prompt? Prompt, IReadOnlyList<PersonaFinding> Findings);
