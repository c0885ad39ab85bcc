using System.Globalization;
using System.Reflection;
using PracticeBot.Content.Yaml;
using PracticeBot.Core.Turns;

namespace PracticeBot.Content.Format;

/// <summary>Fills the types of <see cref="PersonaFile"/> from a YAML tree; what does not fit becomes a finding and stays out.</summary>
public sealed class PartReader(FindingList findings)
{
    public T? Read<T>(YamlNode node)
        where T : FilePart => (T?)Map(node, typeof(T), Called(typeof(T)), example: null);

    private object? Value(YamlNode node, Type type, string name, PartAttribute part)
    {
        if (type == typeof(LinesPart))
        {
            return Lines(node, part);
        }

        if (type == typeof(RubricPart))
        {
            return Rubric(node, part);
        }

        if (typeof(FilePart).IsAssignableFrom(type))
        {
            return Map(node, type, name, part.Example);
        }

        return type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? List(node, type.GetGenericArguments()[0], name, part)
            : Scalar(node, type.GetGenericArguments()[0], name, part);
    }

    private object? Map(YamlNode node, Type type, string name, string? example)
    {
        if (node is not YamlNode.Map map)
        {
            var called = Called(type);
            findings.Fault(
                node.Place,
                $"{Sentence(name)} has to be keys with values; here stands {Kind(node)}.",
                example is null ? $"Keys of {called}: {string.Join(", ", FileWords.Parts(type).Keys)}." : $"Write for example: {example}");
            return null;
        }

        var parts = FileWords.Parts(type);
        var result = Activator.CreateInstance(type)!;
        type.GetProperty(nameof(FilePart.Place))!.SetValue(result, map.Place);
        foreach (var (key, value) in map.Entries)
        {
            if (!parts.TryGetValue(key.Value, out var property))
            {
                findings.Fault(key.Place, $"\"{key.Value}\" is no part of {Called(type)}.", NearestWord.Mend(key.Value, parts.Keys));
                continue;
            }

            var part = property.GetCustomAttribute<PartAttribute>()!;
            if (!value.IsEmpty)
            {
                property.SetValue(result, Value(value, property.PropertyType, key.Value, part));
            }
            else if (part.Needed)
            {
                findings.Fault(key.Place, $"\"{key.Value}\" is empty.", $"Write for example: {part.Example}");
            }
        }

        foreach (var (key, property) in parts)
        {
            var part = property.GetCustomAttribute<PartAttribute>()!;
            if (part.Needed && !map.Entries.Any(entry => entry.Key.Value == key))
            {
                findings.Fault(map.Place, $"{Sentence(Called(type))} needs \"{key}\".", $"Add for example: {part.Example}");
            }
        }

        return result;
    }

    private object? List(YamlNode node, Type item, string name, PartAttribute part)
    {
        if (node is not YamlNode.List list)
        {
            findings.Fault(node.Place, $"\"{name}\" has to be a list; here stands {Kind(node)}.", $"Write for example: {part.Example}");
            return null;
        }

        if (list.Items.Count < part.Fewest)
        {
            findings.Fault(
                list.Place,
                string.Create(CultureInfo.InvariantCulture, $"\"{name}\" has {list.Items.Count} of at least {part.Fewest} entries."),
                $"Write for example: {part.Example}");
        }

        var filled = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        foreach (var entry in list.Items)
        {
            var value = item.IsGenericType
                ? Scalar(entry, item.GetGenericArguments()[0], name, part)
                : Map(entry, item, Called(item), part.Example);
            if (value is not null)
            {
                filled.Add(value);
            }
        }

        return filled;
    }

    private object? Scalar(YamlNode node, Type type, string name, PartAttribute part)
    {
        if (node is not YamlNode.Text text)
        {
            findings.Fault(node.Place, $"\"{name}\" has to be {Needed(type)}; here stands {Kind(node)}.", Again(node, part));
            return null;
        }

        if (type == typeof(string))
        {
            return Words(text, name, part);
        }

        if (type.IsEnum)
        {
            return Member(text, type, name);
        }

        if (type == typeof(bool))
        {
            return YesOrNo(text, name, part);
        }

        return Number(text, name, part.Least, part.Most, type == typeof(int), part.Example) is not { } number ? null
            : type == typeof(int) ? new Located<int>((int)number, text.Place)
            : new Located<double>(number, text.Place);
    }

    private Located<string>? Words(YamlNode.Text text, string name, PartAttribute part)
    {
        var words = text.Value.Trim();
        if (words.Length == 0 || text.IsEmpty)
        {
            findings.Fault(text.Place, $"A text under \"{name}\" is empty.", $"Write it or take it out; for example: {part.Example}");
            return null;
        }

        if (words.Length > part.Longest)
        {
            findings.Fault(
                text.Place,
                string.Create(CultureInfo.InvariantCulture, $"A text under \"{name}\" has {words.Length} characters; {part.Longest} fit."),
                "Shorten it, or make two of it.");
            return null;
        }

        return new Located<string>(words, text.Place);
    }

    private Located<bool>? YesOrNo(YamlNode.Text text, string name, PartAttribute part)
    {
        if (bool.TryParse(text.Value, out var value))
        {
            return new Located<bool>(value, text.Place);
        }

        findings.Fault(text.Place, $"\"{name}\" has to be true or false; here stands \"{text.Value}\".", $"Write for example: {part.Example}");
        return null;
    }

    private object? Member(YamlNode.Text text, Type type, string name)
    {
        var words = FileWords.Of(type);
        if (words.TryGetValue(text.Value, out var member))
        {
            return Activator.CreateInstance(typeof(Located<>).MakeGenericType(type), member, text.Place);
        }

        findings.Fault(text.Place, $"\"{text.Value}\" is not known under \"{name}\".", FamilyHints.For(text.Value) ?? NearestWord.Mend(text.Value, words.Keys));
        return null;
    }

    private double? Number(YamlNode node, string name, double least, double most, bool whole, string example)
    {
        var text = node as YamlNode.Text;
        if (!double.TryParse(text?.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || (whole && number != Math.Truncate(number)))
        {
            var kind = text is null ? Kind(node) : $"\"{text.Value}\"";
            findings.Fault(node.Place, $"\"{name}\" has to be a {(whole ? "whole " : string.Empty)}number; here stands {kind}.", $"Write for example: {example}");
            return null;
        }

        if (number < least || number > most)
        {
            findings.Fault(
                node.Place,
                string.Create(CultureInfo.InvariantCulture, $"\"{name}\" is {number}, which is out of range."),
                string.Create(CultureInfo.InvariantCulture, $"Write a {(whole ? "whole " : string.Empty)}number from {least} to {most}."));
            return null;
        }

        return number;
    }

    private LinesPart? Lines(YamlNode node, PartAttribute part)
    {
        if (node is not YamlNode.Map map)
        {
            findings.Fault(node.Place, $"\"lines\" has to be reactions with lines; here stands {Kind(node)}.", $"Write for example: {part.Example}");
            return null;
        }

        var reactions = FileWords.Of(typeof(Reaction));
        var lines = new List<LinePart>();
        foreach (var (key, value) in map.Entries)
        {
            if (!reactions.TryGetValue(key.Value, out var reaction))
            {
                findings.Fault(key.Place, $"\"{key.Value}\" is no reaction.", NearestWord.Mend(key.Value, reactions.Keys));
            }
            else if (value is YamlNode.Map byCause)
            {
                lines.AddRange(byCause.Entries.SelectMany(cause => LinesOf((Reaction)reaction, key.Value, cause, part)));
            }
            else if (!value.IsEmpty)
            {
                lines.AddRange(Texts(value, key.Value, part).Select(line => new LinePart((Reaction)reaction, Causes.Other, line)));
            }
        }

        return new LinesPart { Place = map.Place, Lines = lines };
    }

    private IEnumerable<LinePart> LinesOf(Reaction reaction, string name, YamlEntry cause, PartAttribute part)
    {
        if (!Causes.All.Contains(cause.Key.Value))
        {
            findings.Fault(cause.Key.Place, $"\"{cause.Key.Value}\" is no cause.", NearestWord.Mend(cause.Key.Value, ReactionCauses.Of(reaction)));
            return [];
        }

        if (!ReactionCauses.Of(reaction).Contains(cause.Key.Value, StringComparer.Ordinal))
        {
            findings.Warn(
                cause.Key.Place,
                $"\"{name}\" never has the cause \"{cause.Key.Value}\": these lines will not be said.",
                $"Causes of \"{name}\": {string.Join(", ", ReactionCauses.Of(reaction))}.");
        }

        return cause.Value.IsEmpty ? [] : Texts(cause.Value, cause.Key.Value, part).Select(line => new LinePart(reaction, cause.Key.Value, line));
    }

    private IEnumerable<Located<string>> Texts(YamlNode node, string name, PartAttribute part) =>
        (IEnumerable<Located<string>>?)List(node, typeof(Located<string>), name, part) ?? [];

    private RubricPart? Rubric(YamlNode node, PartAttribute part)
    {
        if (node is not YamlNode.Map map)
        {
            findings.Fault(node.Place, $"\"rubric\" has to be keys with numbers; here stands {Kind(node)}.", $"Write for example: {part.Example}");
            return null;
        }

        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (!RubricRanges.Numbers.TryGetValue(key.Value, out var property))
            {
                findings.Fault(key.Place, $"\"{key.Value}\" is no number of the rubric.", NearestWord.Mend(key.Value, RubricRanges.Numbers.Keys));
                continue;
            }

            var (least, most) = RubricRanges.Of(property);
            var whole = property.PropertyType == typeof(int);
            var standard = string.Create(CultureInfo.InvariantCulture, $"{key.Value}: {property.GetValue(Core.Personas.Rubric.Default)}");
            if (Number(value, key.Value, least, most, whole, standard) is { } number)
            {
                numbers.Add(key.Value, number);
            }
        }

        return new RubricPart { Place = map.Place, Numbers = numbers };
    }

    private static string Called(Type part) => part.GetCustomAttribute<CalledAttribute>()!.Name;

    private static string Sentence(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Needed(Type type) => type == typeof(string) ? "a text" : type.IsEnum ? "a word" : type == typeof(bool) ? "true or false" : "a number";

    private static string Kind(YamlNode node) => node switch
    {
        { IsEmpty: true } => "nothing",
        YamlNode.Text => "a text",
        YamlNode.List => "a list",
        _ => "a map of keys",
    };

    /// <summary>A text that holds a colon or begins with a bracket becomes a map or list when its quotes are missing.</summary>
    private static string Again(YamlNode node, PartAttribute part) =>
        node is YamlNode.Text ? $"Write for example: {part.Example}"
        : $"Put a text that holds a colon or begins with a bracket between double quotes; for example: {part.Example}";
}
