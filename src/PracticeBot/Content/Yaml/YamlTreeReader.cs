using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PracticeBot.Content.Yaml;

/// <summary>Reads YAML into a tree in which everything has its place. References, tags and second documents are refused.</summary>
public sealed class YamlTreeReader
{
    /// <summary>Levels of nesting; a persona needs six.</summary>
    private const int Deepest = 16;

    private readonly string text;
    private readonly FindingList findings;
    private readonly Scanner scanner;
    private readonly Parser parser;

    private YamlTreeReader(string text, FindingList findings)
    {
        this.text = text;
        this.findings = findings;
        scanner = new Scanner(new StringReader(text));
        parser = new Parser(scanner);
    }

    /// <summary>The tree, or null where the text is no YAML that can be used; the findings say why.</summary>
    public static YamlNode? Read(string text, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(findings);
        if (UnprintableText.FirstIn(text) is { } unprintable)
        {
            findings.Fault(unprintable.Place, unprintable.What, UnprintableText.Mend);
            return null;
        }

        try
        {
            return new YamlTreeReader(text, findings).Document();
        }
        catch (YamlException broken)
        {
            NotYaml(text, findings, PlaceOf(broken.Start), Reason(broken));
            return null;
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private YamlNode? Document()
    {
        Next<StreamStart>();
        if (parser.Current is StreamEnd)
        {
            findings.Fault(Place.Start, "The file is empty.", "Write a persona: id, name, about, tendency, voice and two layers.");
            return null;
        }

        Next<DocumentStart>();
        var root = Node(0);
        Next<DocumentEnd>();
        if (parser.Current is DocumentStart second)
        {
            throw Refused(second.Start, "A second document begins here.", "Keep one persona a file: take out the line of three hyphens.");
        }

        return root;
    }

    private YamlNode Node(int depth)
    {
        var current = parser.Current!;
        if (depth > Deepest)
        {
            throw Refused(current.Start, "Lists and maps are nested too deep here.", "Check brackets and indentation.");
        }

        if (current is NodeEvent node)
        {
            RefuseReferences(node);
        }

        return current switch
        {
            AnchorAlias alias => throw Refused(
                alias.Start,
                $"*{alias.Value} is read as a reference, since it begins with an asterisk without quotes.",
                "Put a text that begins with * between double quotes; write out a text that is needed twice."),
            Scalar => Text(),
            SequenceStart => List(depth),
            MappingStart => Map(depth),
            _ => throw Refused(current.Start, "Something stands here that is no text, list or map.", "Take it out."),
        };
    }

    private YamlNode.Text Text()
    {
        var scalar = Next<Scalar>();
        if (UnprintableText.IsIn(scalar.Value))
        {
            throw Refused(scalar.Start, "The text holds a character that can't be shown.", UnprintableText.Mend);
        }

        return new YamlNode.Text(scalar.Value, scalar.Style == ScalarStyle.Plain, PlaceOf(scalar.Start));
    }

    private YamlNode.List List(int depth)
    {
        var start = Next<SequenceStart>();
        var items = new List<YamlNode>();
        while (parser.Current is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
        }

        Next<SequenceEnd>();
        return new YamlNode.List(items, PlaceOf(start.Start));
    }

    private YamlNode.Map Map(int depth)
    {
        var start = Next<MappingStart>();
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (parser.Current is not MappingEnd)
        {
            var at = parser.Current!.Start;
            if (Node(depth + 1) is not YamlNode.Text key)
            {
                throw Refused(
                    at,
                    "A key has to be a word; here stands a list or a map.",
                    "A text that begins with { or [ has to stand between double quotes.");
            }

            var value = Node(depth + 1);
            if (seen.TryGetValue(key.Value, out var first))
            {
                findings.Fault(
                    key.Place,
                    $"\"{key.Value}\" stands here a second time.",
                    string.Create(CultureInfo.InvariantCulture, $"It stands in line {first.Line} already: join the two, or take one out."));
                continue;
            }

            seen.Add(key.Value, key.Place);
            entries.Add(new YamlEntry(key, value));
        }

        Next<MappingEnd>();
        return new YamlNode.Map(entries, PlaceOf(start.Start));
    }

    private void RefuseReferences(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            throw Refused(
                node.Start,
                $"&{node.Anchor.Value} is read as an anchor, which persona files don't use.",
                "Put a text that begins with & between double quotes.");
        }

        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            throw Refused(node.Start, $"{node.Tag} is read as a tag, which persona files don't use.", "Put a text that begins with ! between double quotes.");
        }
    }

    private T Next<T>()
        where T : ParsingEvent
    {
        // The parser stands before the stream at first.
        if (parser.Current is null)
        {
            Advance();
        }

        if (parser.Current is not T current)
        {
            var place = parser.Current?.Start ?? Mark.Empty;
            throw Refused(place, "Something stands here that is no text, list or map.", "Take it out.");
        }

        Advance();
        return current;
    }

    private void Advance()
    {
        try
        {
            parser.MoveNext();
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner has no better words for some texts without quotes, a lone ":" within brackets among them.
            NotYaml(text, findings, PlaceOf(scanner.CurrentPosition), "a text without quotes can't be read here.");
            throw new RefusedException();
        }
    }

    private static void NotYaml(string text, FindingList findings, Place place, string reason)
    {
        var (where, mend) = YamlHints.For(text, reason, place);
        findings.Fault(where, $"This is not YAML: {reason}", mend);
    }

    private RefusedException Refused(Mark mark, string what, string mend)
    {
        findings.Fault(PlaceOf(mark), what, mend);
        return new RefusedException();
    }

    private static Place PlaceOf(Mark mark) => new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    private static string Reason(YamlException broken)
    {
        var reason = broken.Message.Trim().TrimEnd('.');
        return reason.Length == 0 ? "it can't be read." : char.ToLowerInvariant(reason[0]) + reason[1..] + ".";
    }

#pragma warning disable CA1032, CA1064 // Leaves the recursion above and nothing else; the finding is already written.
    private sealed class RefusedException : Exception;
#pragma warning restore CA1032, CA1064
}
