using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using PracticeBot.Content.Format;

namespace PracticeBot.Content.Prompts;

/// <summary>
/// Splits a template at its message tags. This happens before anything is filled in, so that no value can begin or end a message.
/// </summary>
internal static partial class MessageSplitter
{
    private static readonly Dictionary<string, ChatRole> Roles = new(StringComparer.Ordinal)
    {
        ["system"] = ChatRole.System, ["user"] = ChatRole.User, ["assistant"] = ChatRole.Assistant,
    };

    private const string Form = "Write <message role=\"system\">, <message role=\"user\"> or <message role=\"assistant\">, and </message> after its text.";

    public static IReadOnlyList<MessageBlock> Split(TemplateText template, FindingList findings)
    {
        var text = template.Value;
        var blocks = new List<MessageBlock>();
        (ChatRole Role, int Tag, int Body)? open = null;
        var end = 0;
        foreach (Match tag in Tag().Matches(text))
        {
            var opening = Opening().Match(tag.Value);
            if (opening.Success)
            {
                if (open is not null)
                {
                    findings.Fault(template.PlaceOf(tag.Index), "A message begins within a message.", "Close the one before it with </message>.");
                }
                else
                {
                    RefuseText(template, end, tag.Index, findings);
                }

                open = (RoleOf(opening.Groups["role"], tag.Index, template, findings), tag.Index, tag.Index + tag.Length);
            }
            else if (tag.Value != "</message>")
            {
                findings.Fault(template.PlaceOf(tag.Index), "This is no message tag.", Form);
            }
            else if (open is not { } begun)
            {
                findings.Fault(template.PlaceOf(tag.Index), "A message ends here and none began.", Form);
            }
            else
            {
                Add(blocks, begun.Role, begun.Tag, begun.Body, tag.Index, template, findings);
                open = null;
            }

            end = tag.Index + tag.Length;
        }

        if (open is { } unclosed)
        {
            findings.Fault(template.PlaceOf(unclosed.Tag), "This message has no end.", "Write </message> after its text.");
        }
        else
        {
            RefuseText(template, end, text.Length, findings);
        }

        if (blocks.Count == 0 && !findings.HasFaults)
        {
            findings.Fault(template.PlaceOf(0), "The template holds no message.", Form);
        }

        return blocks;
    }

    private static ChatRole RoleOf(Group role, int tag, TemplateText template, FindingList findings)
    {
        if (Roles.TryGetValue(role.Value, out var known))
        {
            return known;
        }

        findings.Fault(template.PlaceOf(tag + role.Index), $"\"{role.Value}\" is no role.", NearestWord.Mend(role.Value, Roles.Keys));
        return ChatRole.User;
    }

    private static void Add(
        List<MessageBlock> blocks, ChatRole role, int tag, int start, int end, TemplateText template, FindingList findings)
    {
        var body = template.Value[start..end];
        if (string.IsNullOrWhiteSpace(body))
        {
            findings.Fault(template.PlaceOf(tag), "This message is empty.", "Write its text, or take it out.");
        }

        if (role == ChatRole.System && blocks.Count > 0)
        {
            findings.Fault(
                template.PlaceOf(tag),
                "A system message stands after another message.",
                "Put what stays the same from turn to turn into one system message, and that first: providers keep a prompt's beginning.");
        }

        blocks.Add(new MessageBlock(role, body.Trim(), start + body.Length - body.TrimStart().Length));
    }

    private static void RefuseText(TemplateText template, int start, int end, FindingList findings)
    {
        var between = template.Value.AsSpan(start, end - start);
        if (!between.IsWhiteSpace())
        {
            findings.Fault(
                template.PlaceOf(start + between.Length - between.TrimStart().Length), "This text stands in no message.", "Put it into a message.");
        }
    }

    [GeneratedRegex("</?message(?![A-Za-z0-9_-])[^<>]*>?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("^<message role=\"(?<role>[^\"]*)\">$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Opening();
}

/// <summary>A message of a template before anything is filled in.</summary>
/// <param name="Offset">Of the body's first character in the template.</param>
internal sealed record MessageBlock(ChatRole Role, string Body, int Offset);
