using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using PracticeBot.Core.Personas;

namespace PracticeBot.Content.Format;

/// <summary>How keys and the members of enumerations are written in a persona file.</summary>
public static class FileWords
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, object>> Words = new();

    /// <summary>Camel case.</summary>
    public static string Key(string member)
    {
        ArgumentException.ThrowIfNullOrEmpty(member);
        return char.ToLowerInvariant(member[0]) + member[1..];
    }

    /// <summary>The words for an enumeration, in its own order.</summary>
    public static IReadOnlyDictionary<string, object> Of(Type enumeration) =>
        Words.GetOrAdd(enumeration, type => Enum.GetValues(type).Cast<object>().ToDictionary(Word, value => value, StringComparer.Ordinal));

    /// <summary>A tendency of two words takes a hyphen; all else is camel case.</summary>
    public static string Word(object member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var name = member.ToString()!;
        return member is Tendency ? Hyphenated(name) : Key(name);
    }

    /// <summary>Keys of a map with the property behind each, in the order in which they are declared.</summary>
    public static IReadOnlyDictionary<string, PropertyInfo> Parts(Type map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.GetProperties()
            .Where(property => property.IsDefined(typeof(PartAttribute)))
            .OrderBy(property => property.MetadataToken)
            .ToDictionary(property => Key(property.Name), StringComparer.Ordinal);
    }

    private static string Hyphenated(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
