using System.Text;
using PracticeBot.Core.Assessments;
using PracticeBot.Tests.Judging;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Reading;

/// <summary>Typing errors, lower case and missing apostrophes never move a verdict.</summary>
public sealed class MetamorphicTests(ITestOutputHelper output)
{
    private const double Same = 0.98;
    private const int Errors = 3;
    private const int Seed = 20;
    private const int LeastLetters = 4;
    private const string Keys = "qwertyuiopasdfghjklzxcvbnm";

    private static readonly List<JudgedCase> Cases = [.. JudgedCases.Of(JudgedCases.Tuned.Concat(JudgedCases.HeldOut))];

#pragma warning disable CA1308 // Lower case is what is tested.
    [Fact]
    public void Lower_case_keeps_the_verdict() => Kept(reply => reply.ToLowerInvariant()).ShouldBeGreaterThanOrEqualTo(Same);

    [Fact]
    public void Missing_apostrophes_keep_the_verdict() => Kept(WithoutApostrophes).ShouldBeGreaterThanOrEqualTo(Same);

    [Fact]
    public void Three_typing_errors_keep_the_verdict()
    {
        var random = new Random(Seed);
        Kept(reply => Mistyped(reply, random)).ShouldBeGreaterThanOrEqualTo(Same);
    }

    [Fact]
    public void All_three_together_keep_the_verdict()
    {
        var random = new Random(Seed);
        Kept(reply => Mistyped(WithoutApostrophes(reply.ToLowerInvariant()), random)).ShouldBeGreaterThanOrEqualTo(Same);
    }
#pragma warning restore CA1308

    private static string WithoutApostrophes(string reply) =>
        reply.Replace("'", string.Empty, StringComparison.Ordinal).Replace("’", string.Empty, StringComparison.Ordinal);

    private double Kept(Func<string, string> change)
    {
        var kept = 0;
        foreach (var judged in Cases)
        {
            var changed = change(judged.Reply);
            var before = judged.Judge(judged.Reply).Verdict;
            var after = judged.Judge(changed).Verdict;
            kept += before == after ? 1 : 0;
            if (before != after && JudgedCases.Tuned.Contains(judged.Persona.Id.Value))
            {
                output.WriteLine($"{before} became {after}: {changed}");
            }
        }

        output.WriteLine($"{kept} of {Cases.Count}");
        return kept / (double)Cases.Count;
    }

    /// <summary>Three words with one letter dropped, doubled, swapped with the next, or replaced by its neighbour on the keyboard.</summary>
    private static string Mistyped(string reply, Random random)
    {
        var text = new StringBuilder(reply);
        var words = Words(reply);
        foreach (var (start, length) in words.OrderBy(_ => random.Next()).Take(Errors).OrderByDescending(word => word.Start).ToList())
        {
            var at = start + random.Next(1, length - 1);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, 1);
                    break;
                case 1:
                    text.Insert(at, text[at]);
                    break;
                case 2:
                    (text[at], text[at + 1]) = (text[at + 1], text[at]);
                    break;
                default:
                    var key = Keys.IndexOf(char.ToLowerInvariant(text[at]), StringComparison.Ordinal);
                    text[at] = key < 0 ? text[at] : Keys[(key + 1) % Keys.Length];
                    break;
            }
        }

        return text.ToString();
    }

    private static List<(int Start, int Length)> Words(string reply)
    {
        var words = new List<(int, int)>();
        for (var at = 0; at < reply.Length;)
        {
            var end = at;
            while (end < reply.Length && char.IsLetter(reply[end]))
            {
                end++;
            }

            if (end - at >= LeastLetters)
            {
                words.Add((at, end - at));
            }

            at = Math.Max(end, at + 1);
        }

        return words;
    }
}
