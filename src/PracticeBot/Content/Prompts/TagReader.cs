using System.Text.RegularExpressions;

namespace PracticeBot.Content.Prompts;

/// <summary>
/// Takes a message's body apart. The few tags named here are let in and written anew for Handlebars, so that nothing in a file means
/// more to Handlebars than what was checked.
/// </summary>
internal static partial class TagReader
{
    private const string Known = "Known are {{name}}, {{json name}}, {{#each}}, {{#if}}, {{#unless}}, {{else}} and their ends.";

    public static IReadOnlyList<TemplatePart> Read(MessageBlock block, TemplateText template, FindingList findings)
    {
        var parts = new List<TemplatePart>();
        var (body, end) = (block.Body, 0);
        for (var start = body.IndexOf("{{", StringComparison.Ordinal); start >= 0; start = body.IndexOf("{{", end, StringComparison.Ordinal))
        {
            var offset = block.Offset + start;
            parts.Add(new TemplatePart.Text(block.Offset + end, body[end..start]));
            if (start > end && body[start - 1] == '\\')
            {
                findings.Fault(template.PlaceOf(offset - 1), "A backslash stands before a tag.", "Take it out: braces can't be written as text here.");
            }

            var tag = Tag().Match(body, start);
            if (!tag.Success)
            {
                findings.Fault(template.PlaceOf(offset), "This tag has no end.", "Write }} after it.");
                return parts;
            }

            end = start + tag.Length;
            if (FaultOf(tag.Value, body.AsSpan(end)) is { } fault)
            {
                findings.Fault(template.PlaceOf(offset), fault.What, fault.Mend);
            }
            else if (PartOf(tag, offset) is { } part)
            {
                parts.Add(part);
            }
            else
            {
                findings.Fault(template.PlaceOf(offset), $"{tag.Value} is no tag that prompts use.", Known);
            }
        }

        parts.Add(new TemplatePart.Text(block.Offset + end, body[end..]));
        return parts;
    }

    private static (string What, string Mend)? FaultOf(string tag, ReadOnlySpan<char> after)
    {
        var inner = tag.AsSpan(2).TrimStart('~').TrimStart();
        return inner switch
        {
            ['{', ..] => ("Three braces stand here.", "Two are enough: nothing is escaped. Between a brace that is text and a tag put a space."),
            ['&', ..] => ("{{& stands here.", "Write {{ alone: nothing is escaped."),
            ['>', ..] or ['#', '>', ..] or ['#', '*', ..] => ("A partial stands here.", "Write its text out: a prompt is one file."),
            _ when after.StartsWith("}") => ("A third brace ends this tag.", "Put a space between a tag and a brace that is text."),
            _ => null,
        };
    }

    private static TemplatePart? PartOf(Match tag, int offset)
    {
        var inner = tag.Groups["inner"].Value.Trim();
        var (left, right) = (tag.Groups["left"].Value, tag.Groups["right"].Value);
        string Source(string words) => $"{{{{{left}{words}{right}}}}}";

        if (tag.Groups["comment"].Success)
        {
            return new TemplatePart.Comment(offset, Source("!"));
        }

        var form = Form().Match(inner);
        if (!form.Success)
        {
            return null;
        }

        var (word, path) = (form.Groups["word"].Value, form.Groups["path"].Value);
        return word switch
        {
            "" when path is "else" => new TemplatePart.Else(null, offset, Source("else")),
            "" => new TemplatePart.Plain(path, offset, Source(path)),
            "else if" => new TemplatePart.Else(path, offset, Source($"else if {path}")),
            PromptEngine.Json => new TemplatePart.Json(path, offset, Source($"{PromptEngine.Json} {path}")),
            ['#', .. var opened] => new TemplatePart.Open(opened, path, offset, Source($"#{opened} {path}")),
            _ => new TemplatePart.Close(word[1..], offset, Source(word)),
        };
    }

    [GeneratedRegex(
        @"\G\{\{(?<left>~?)(?:(?<comment>!--.*?--)|(?<comment>!.*?)|(?<inner>.*?))(?<right>~?)\}\}",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"^(?:(?<word>/(?:each|if|unless))|(?:(?<word>json|else if|#each|#if|#unless)\s+)?(?<path>@[a-z]+|(?:\.\./)*[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*))$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Form();
}
