using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Reading;

/// <summary>What wounds or costs is found whoever the client is, and what only looks like it is let be.</summary>
public sealed class BreachLineTests
{
    private static readonly Persona Client = MiniClients.Client(
        "I don't know. It's just been going on so long now, and nobody really gets it.",
        EmotionFamily.Shame,
        4,
        "Nobody can help me with this.",
        secondary:
        [
            EmotionFamily.Sadness, EmotionFamily.Loneliness, EmotionFamily.Fear, EmotionFamily.Hurt, EmotionFamily.Exhaustion, EmotionFamily.Guilt,
        ]);

    public static TheoryData<string, string> Lines => [.. File.ReadLines(Path.Combine(MiniClients.Folder, "breach-lines.txt"))
        .Select(line => line.Split(" | ", 2))
        .Where(parts => parts.Length == 2 && !parts[0].StartsWith('#'))
        .Select(parts => (parts[0], parts[1]))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_reply_breaks_what_it_is_said_to_break(string code, string reply)
    {
        var breaches = Client.Finds(reply).Breaches.Where(breach => breach != Breach.Parroting).ToList();

        // Neighbouring breaches of one grade cost the same, and many lines are both.
        var worst = breaches.Count == 0 ? (BreachGrade?)null : breaches.Max(breach => breach.Grade());
        worst.ShouldBe(Grade(code), string.Join(", ", breaches));
    }

    private static BreachGrade? Grade(string code) =>
        code == "none" ? null : Enum.GetValues<Breach>().Single(breach => breach.Code() == code).Grade();
}
