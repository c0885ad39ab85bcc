using System.Diagnostics;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Embedded.Learning;

namespace PracticeBot.Benchmarks;

/// <summary>Features and models for one reply, the vectors at hand: what the fitted assessor costs beside the encoder.</summary>
internal static class JudgeSpeed
{
    private const string Client = "I just feel like no matter what I do, I disappoint everyone.";

    private static readonly string[] Replies =
    [
        "It sounds like you're carrying a heavy sense of letting people down, almost like you can't get it right, even when you try.",
        "What is that like for you?",
        "I'm so sorry. That must be exhausting, trying so hard and still feeling that it's never good enough.",
        "Have you tried talking to them about it? It helped me a lot.",
    ];

    public static void Print(string modelFolder)
    {
        var vectors = new Dictionary<string, float[]?>(StringComparer.Ordinal);
        var encoder = SentenceEncoder.Load(modelFolder);
        var judge = new ReplyJudge(WeightsFile.Shipped(), text => vectors.TryGetValue(text, out var known) ? known : vectors[text] = encoder.Encode(text));
        var client = judge.ReadClient(Client);
        Report.Print("Features and models, a reply", [.. Enumerable.Range(0, 30000).Select(at => Measure(judge, client, Replies[at % Replies.Length])).Skip(20000)]);
    }

    private static TimeSpan Measure(ReplyJudge judge, EncodedText client, string reply)
    {
        var began = Stopwatch.GetTimestamp();
        judge.Judge(client, judge.ReadReply(reply));
        return Stopwatch.GetElapsedTime(began);
    }
}
