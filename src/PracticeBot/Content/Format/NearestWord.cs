namespace PracticeBot.Content.Format;

/// <summary>Which of the known words an author may have meant.</summary>
public static class NearestWord
{
    /// <summary>"Did you mean …?" where one is near, else the known words.</summary>
    public static string Mend(string written, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var words = known.ToList();
        return To(written, words) is { } near ? $"Did you mean \"{near}\"?" : $"Known here: {string.Join(", ", words)}.";
    }

    public static string? To(string written, IReadOnlyList<string> known)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(known);
        var plain = Plain(written);
        if (plain.Length == 0)
        {
            return null;
        }

        var (near, distance) = known
            .Select(word => (Word: word, Distance: Distance(plain, Plain(word))))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault((string.Empty, int.MaxValue));
        if (distance <= Math.Max(1, plain.Length / 3))
        {
            return near;
        }

        return known.FirstOrDefault(word => BeginsLike(plain, Plain(word)));
    }

    /// <summary>"sad" for "sadness", "lonely" for "loneliness".</summary>
    private static bool BeginsLike(string written, string word)
    {
        var same = written.Zip(word).TakeWhile(pair => pair.First == pair.Second).Count();
        return same >= 3 && same >= written.Length - 1;
    }

    private static string Plain(string word) =>
        string.Concat(word.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).Take(40));

    /// <summary>Letters to change, add, drop or swap with the next one.</summary>
    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
            {
                table[row, column] = (row, column) switch
                {
                    (0, _) => column,
                    (_, 0) => row,
                    _ => Math.Min(
                        Math.Min(table[row - 1, column], table[row, column - 1]) + 1,
                        table[row - 1, column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1)),
                };
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    table[row, column] = Math.Min(table[row, column], table[row - 2, column - 2] + 1);
                }
            }
        }

        return table[one.Length, other.Length];
    }
}
