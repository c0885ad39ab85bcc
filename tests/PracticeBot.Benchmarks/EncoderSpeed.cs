using System.Diagnostics;
using PracticeBot.Embedded.Encoder;

namespace PracticeBot.Benchmarks;

/// <summary>The sentence encoder on one thread; its loading counts as a cold process pays for it, so it must come first in this one.</summary>
internal static class EncoderSpeed
{
    private const string Sentence =
        "It sounds like you're carrying a heavy sense of letting people down, almost like you can't get it right, even when you try and try and give it everything that you have.";

    public static void Print(string modelFolder)
    {
        var began = Stopwatch.GetTimestamp();
        var encoder = SentenceEncoder.Load(modelFolder);
        Console.WriteLine($"Loading the encoder, cold: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
        foreach (var words in (int[])[10, 30, 100])
        {
            var text = string.Join(' ', Enumerable.Repeat(Sentence.Split(' '), 4).SelectMany(all => all).Take(words));
            Report.Print($"Encoding {words} words", [.. Enumerable.Range(0, 300).Select(_ => Measure(encoder, text)).Skip(100)]);
        }
    }

    private static TimeSpan Measure(SentenceEncoder encoder, string text)
    {
        var began = Stopwatch.GetTimestamp();
        encoder.Encode(text);
        return Stopwatch.GetElapsedTime(began);
    }
}
