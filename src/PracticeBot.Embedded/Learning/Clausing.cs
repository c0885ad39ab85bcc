using System.Text.RegularExpressions;

namespace PracticeBot.Embedded.Learning;

/// <summary>Cuts a sentence where a new thought begins: at a mark, or before a word that joins.</summary>
internal static partial class Clausing
{
    private const int FewestWords = 2;

    /// <returns>Where each clause begins and ends in the text, marks and spaces around it left out; one where the sentence is whole.</returns>
    public static List<(int Start, int End)> Of(string text, int start, int end)
    {
        var clauses = new List<(int Start, int End)>();
        var from = start;
        foreach (var cut in Cut().EnumerateMatches(text.AsSpan(start, end - start)))
        {
            Add(from, start + cut.Index);
            from = start + cut.Index + cut.Length;
        }

        Add(from, end);
        return clauses;

        void Add(int first, int last)
        {
            while (first < last && !char.IsLetterOrDigit(text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            // Too few words for a thought belong to the one before.
            if (text.AsSpan(first, last - first).Count(' ') + 1 < FewestWords)
            {
                if (clauses.Count > 0 && last > first)
                {
                    clauses[^1] = (clauses[^1].Start, last);
                }

                return;
            }

            clauses.Add((first, last));
        }
    }

    [GeneratedRegex(@"[,;:(]\s+|\s[-–—]+\s|\s(?=(but|because|although|though|and (i|you|it|that|he|she|they|we)|so (i|you|it)|if you|when you)\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cut();
}
