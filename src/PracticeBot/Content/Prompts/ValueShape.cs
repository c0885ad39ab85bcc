using System.Collections;
using System.Collections.Frozen;

namespace PracticeBot.Content.Prompts;

/// <summary>The form of a value that the code gives, taken from a sample.</summary>
internal abstract record ValueShape
{
    private ValueShape()
    {
    }

    /// <summary>A text, a number, or nothing.</summary>
    public sealed record Leaf : ValueShape;

    public sealed record ListOf(ValueShape Item) : ValueShape;

    public sealed record Fields(FrozenDictionary<string, ValueShape> ByName) : ValueShape;

    public static ValueShape Of(object? sample) => sample switch
    {
        string or null => new Leaf(),
        IEnumerable<KeyValuePair<string, object?>> fields =>
            new Fields(fields.ToFrozenDictionary(field => field.Key, field => Of(field.Value), StringComparer.Ordinal)),
        IEnumerable list => new ListOf(Of(list.Cast<object?>().FirstOrDefault())),
        _ => new Leaf(),
    };
}
