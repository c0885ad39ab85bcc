namespace PracticeBot.Embedded.Clients;

/// <summary>Something short that the client said before and can come back to, word for word.</summary>
internal static class EarlierPhrase
{
    private const int Fewest = 3;
    private const int Most = 7;

    /// <param name="lines">The client's lines, oldest first; the last one is too near to come back to.</param>
    /// <param name="persona">Who speaks.</param>
    /// <param name="layer">The layer that she speaks from; she comes back to one above it.</param>
    /// <param name="chance">Decides between clauses that tell equally much.</param>
    /// <returns>Whole clauses of 3 to 7 words, the most telling one first.</returns>
    public static IEnumerable<string> From(IReadOnlyList<string> lines, PreparedPersona persona, int layer, Chance chance) =>
        lines.SkipLast(1)
            .SelectMany(line => Clauses(SpokenText.WithoutDirections(line)))
            .Select(clause => (Clause: clause, Merit: Merit(clause, persona)))
            .Where(found => found.Merit is not null && IsNew(found.Clause, lines) && persona.SaysBefore(found.Clause, layer))
            .OrderByDescending(found => found.Merit + (0.1 * chance.Of(found.Clause)))
            .Select(found => found.Clause);

    /// <summary>From one mark of punctuation to the next; a question is no statement to come back to.</summary>
    private static IEnumerable<string> Clauses(string text)
    {
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var mark = at < text.Length ? text[at] : '.';
            if (mark is '.' or ',' or ';' or ':' or '!' or '?' or '…' or '\n')
            {
                if (mark is '.' or ',' or ';' or '…' && at > start)
                {
                    yield return text[start..at].Trim();
                }

                start = at + 1;
            }
        }
    }

    private static double? Merit(string clause, PreparedPersona persona)
    {
        var words = Words.Of(clause);
        if (words.Count is < Fewest or > Most || !IsPlain(clause) || !CanStart(words[0]) || clause.Count(char.IsWhiteSpace) != words.Count - 1)
        {
            return null;
        }

        var telling = words.Count(Words.IsTelling);
        if (telling == 0)
        {
            return null;
        }

        var isOwn = words.Exists(word => word is "i" or "me" or "my" or "i'm" or "i've" or "myself" or "i'd");
        var meets = persona.Meets(Words.Sequence(clause), persona.Persona.Layers.Count - 1);

        // "It's got wheels" is true, and nothing that one comes back to.
        return isOwn || meets ? telling + (isOwn ? 1 : 0) + (meets ? 1 : 0) : null;
    }

    private static bool IsNew(string clause, IReadOnlyList<string> lines) =>
        lines.Count(line => line.Contains(clause, StringComparison.OrdinalIgnoreCase)) == 1;

    private static bool IsPlain(string clause) => clause.All(letter => char.IsLetter(letter) || letter is ' ' or '\'' or '’' or '-')
        && !clause.StartsWith('\'') && !clause.EndsWith('\'');

    private static bool CanStart(string word) =>
        word is not ("and" or "but" or "so" or "because" or "or" or "then" or "yes" or "yeah" or "no" or "sorry" or "like" or "that" or "which"
            or "who" or "when" or "if" or "just" or "to" or "of" or "with" or "at" or "in" or "on" or "for" or "from" or "than" or "as" or "well"
            or "okay" or "aye" or "you" or "you're" or "hello" or "hi" or "can" or "is" or "are" or "do" or "did" or "not" or "thank");
}
