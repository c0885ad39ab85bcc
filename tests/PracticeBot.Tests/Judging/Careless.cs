namespace PracticeBot.Tests.Judging;

/// <summary>Writes a reply as someone in a hurry does: lower case, no apostrophes, three slips in the longer words.</summary>
internal static class Careless
{
    private const int Slips = 3;
    private const int LongEnough = 6;

    public static string Write(string reply)
    {
        var words = reply.ToLowerInvariant().Replace("'", string.Empty, StringComparison.Ordinal).Replace("’", string.Empty, StringComparison.Ordinal).Split(' ');
        var slips = 0;
        for (var at = 0; at < words.Length && slips < Slips; at++)
        {
            if (words[at].Length >= LongEnough && words[at].All(char.IsLetter))
            {
                words[at] = Slip(words[at], slips++);
            }
        }

        return string.Join(' ', words);
    }

    /// <summary>Two letters change places, one is left out, one comes twice; never the first or the last.</summary>
    private static string Slip(string word, int kind)
    {
        var middle = word.Length / 2;
        return kind switch
        {
            0 => $"{word[..middle]}{word[middle + 1]}{word[middle]}{word[(middle + 2)..]}",
            1 => word.Remove(middle, 1),
            _ => word.Insert(middle, word[middle].ToString()),
        };
    }
}
