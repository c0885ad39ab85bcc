using System.Text.RegularExpressions;
using PracticeBot.Core.Personas;

namespace PracticeBot.Embedded.Clients;

/// <summary>The people and places of a persona, so that a learner's "danny" is spoken as "Danny".</summary>
internal static partial class ProperNames
{
    /// <summary>Words that stand with a capital inside a sentence and never without one; by lower case.</summary>
    public static Dictionary<string, string> Of(Persona persona)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { [Words.Lower(persona.Name)] = persona.Name };
        var common = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in Texts(persona))
        {
            foreach (var match in Word().EnumerateMatches(text))
            {
                var word = text.Substring(match.Index, match.Length);
                if (char.IsLower(word[0]))
                {
                    common.Add(word);
                }
                else if (word.Length > 1 && char.IsLower(word[1]) && IsInside(text, match.Index))
                {
                    names[Words.Lower(word)] = word;
                }
            }
        }

        foreach (var word in names.Keys.Where(word => common.Contains(word) || !Words.IsContent(word)).ToList())
        {
            names.Remove(word);
        }

        return names;
    }

    private static bool IsInside(string text, int index) =>
        index >= 2 && text[index - 1] == ' ' && (char.IsLetterOrDigit(text[index - 2]) || text[index - 2] == ',');

    private static IEnumerable<string> Texts(Persona persona) => persona.Layers.SelectMany(layer => layer.Says)
        .Concat(persona.Layers.SelectMany(layer => layer.Lines.All).SelectMany(pair => pair.Value))
        .Concat(persona.Lines.All.SelectMany(pair => pair.Value))
        .Concat(persona.Facts.SelectMany(fact => fact.Says))
        .Append(persona.Voice)
        .Append(persona.About.Line);

    [GeneratedRegex(@"\p{L}+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
