using System.Collections.Frozen;

namespace PracticeBot.Models.Assessing;

/// <summary>The words of a closed list that a model may choose from, each with what it stands for.</summary>
internal sealed class WordMap<T>
{
    private readonly FrozenDictionary<string, T> _meanings;

    private WordMap(IReadOnlyList<(string Word, T Meaning)> words)
    {
        Words = [.. words.Select(pair => pair.Word)];
        _meanings = words.ToFrozenDictionary(pair => pair.Word, pair => pair.Meaning, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>In the order in which the schema lists them.</summary>
    public IReadOnlyList<string> Words { get; }

    public static WordMap<T> Of(params ReadOnlySpan<(string Word, T Meaning)> words) => new(words.ToArray());

    public static WordMap<T> Of(IEnumerable<T> meanings, Func<T, string> word) => new([.. meanings.Select(meaning => (word(meaning), meaning))]);

    /// <summary>False for a word that is not on the list.</summary>
    public bool TryRead(string word, out T meaning) => _meanings.TryGetValue(word, out meaning!);

    /// <exception cref="AnswerFaultException">The word is not on the list.</exception>
    public T Read(string word) => TryRead(word, out var meaning) ? meaning : throw new AnswerFaultException(AnswerFault.UnknownWord);
}
