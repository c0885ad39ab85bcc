using System.Text.RegularExpressions;

namespace PracticeBot.Embedded.Clients;

/// <summary>What of a client's line is heard: the words outside stage directions.</summary>
internal static partial class SpokenText
{
    public static string Of(string line) => Direction().Replace(line, " ").Trim();

    /// <summary>The same with a line break where a stage direction stood.</summary>
    public static string WithoutDirections(string line) => Direction().Replace(line, "\n");

    /// <summary>The number of words that are heard.</summary>
    public static int Length(string line) => Words.Of(Of(line)).Count;

    /// <summary>True where the last sentence is a question to the learner, not one that the client asks of the world.</summary>
    public static bool Asks(string line)
    {
        var spoken = Of(line);
        if (!spoken.EndsWith('?'))
        {
            return false;
        }

        var sentence = spoken[(spoken[..^1].LastIndexOfAny(['.', '!', '?', '…']) + 1)..];
        var clause = Words.Of(sentence[(sentence.LastIndexOf(',') + 1)..]);
        var words = clause.Find(word => word is not ("because" or "and" or "but" or "so" or "or")) is { } first && IsOfTheWorld(first)
            ? clause
            : Words.Of(sentence);
        return words.Count > 0 && (words.Exists(IsOfTheTwo) || (words != clause && !IsOfTheWorld(words[0])));
    }

    private static bool IsOfTheTwo(string word) =>
        word is "you" or "your" or "you're" or "you've" or "you'd" or "you'll" or "yours" or "we" or "us" or "our";

    private static bool IsOfTheWorld(string first) => first.Split('\'')[0] is "who" or "what" or "why" or "how" or "where" or "when";

    [GeneratedRegex(@"\*[^*]*\*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Direction();
}
