using PracticeBot.Core.Assessments;

namespace PracticeBot.Core.Coaching;

/// <summary>
/// The clause of a reply in which some words stand, so that a learner is quoted a thought and not a scrap: up to the marks around it, and
/// in a long run without marks up to the conjunctions. Stage directions are no part of it.
/// </summary>
internal static class ClauseAround
{
    /// <summary>Words up to which a sentence is quoted whole.</summary>
    private const int Quotable = 14;

    /// <summary>A part before or after a comma with fewer words is no thought of its own.</summary>
    private const int LeastWords = 4;

    private const string SentenceMarks = ".!?;:…\n—–*[]";

    private static readonly string[] Conjunctions = [" and ", " but ", " because ", " cos ", " so ", " when ", " which "];

    /// <summary>Words that tie a clause to the one before; quoted alone it does without.</summary>
    private static readonly string[] Joints = ["and ", "but "];

    public static Evidence Of(string reply, Evidence words)
    {
        var (start, end) = Between(reply, words.Start, words.Start + words.Length, SentenceMarks);
        if (Words(reply, start, end) > Quotable)
        {
            (start, end) = Narrowed(reply, start, end, words);
        }

        while (start < words.Start && !char.IsLetterOrDigit(reply[start]))
        {
            start++;
        }

        foreach (var joint in Joints)
        {
            start += start + joint.Length <= words.Start && reply.AsSpan(start).StartsWith(joint, StringComparison.OrdinalIgnoreCase) ? joint.Length : 0;
        }

        while (end > words.Start + words.Length && !char.IsLetterOrDigit(reply[end - 1]))
        {
            end--;
        }

        return words with { Start = start, Length = end - start };
    }

    private static (int Start, int End) Between(string reply, int start, int end, string marks)
    {
        while (start > 0 && !marks.Contains(reply[start - 1], StringComparison.Ordinal))
        {
            start--;
        }

        while (end < reply.Length && !marks.Contains(reply[end], StringComparison.Ordinal))
        {
            end++;
        }

        return (start, end);
    }

    /// <summary>Cut at the commas and conjunctions next to the words, where enough is left to make sense.</summary>
    private static (int Start, int End) Narrowed(string reply, int start, int end, Evidence words)
    {
        var (low, high) = (words.Start, words.Start + words.Length);
        foreach (var cut in Cuts(reply, start, end))
        {
            if (cut <= low && Words(reply, cut, high) >= LeastWords)
            {
                start = cut;
            }
            else if (cut >= high && Words(reply, start, cut) >= LeastWords)
            {
                return (start, cut);
            }
        }

        return (start, end);
    }

    private static IEnumerable<int> Cuts(string reply, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (reply[at - 1] == ',' || Conjunctions.Any(word => string.Compare(reply, at - 1, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0))
            {
                yield return at;
            }
        }
    }

    private static int Words(string reply, int start, int end) =>
        reply[start..end].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
}
