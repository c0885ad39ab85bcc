namespace PracticeBot.Models;

/// <summary>The talk as a prompt shows it: who said what, oldest first.</summary>
internal static class Transcript
{
    /// <summary>What is left out at once where a talk grows long: in large steps, so that what stays is the same for many turns.</summary>
    private const int Step = 20;

    /// <summary>So many lines and replies are shown at least, where there are as many.</summary>
    private const int Least = 40;

    /// <param name="lines">The client's, the first one before any reply.</param>
    public static IReadOnlyList<Spoken> Of(string client, IReadOnlyList<string> lines, IReadOnlyList<string> replies)
    {
        var talk = new List<Spoken>(lines.Count + replies.Count);
        for (var index = 0; index < Math.Max(lines.Count, replies.Count); index++)
        {
            if (index < lines.Count)
            {
                talk.Add(new Spoken(client, lines[index]));
            }

            if (index < replies.Count)
            {
                talk.Add(new Spoken("learner", replies[index]));
            }
        }

        var left = Math.Max(0, talk.Count - Least) / Step * Step;
        return talk[left..];
    }
}

/// <summary>One thing that was said. Bears lower-case names, as the prompts do.</summary>
internal sealed record Spoken(string who, string text);
