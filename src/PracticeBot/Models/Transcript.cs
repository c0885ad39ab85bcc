using PracticeBot.Content.Prompts;

namespace PracticeBot.Models;

/// <summary>The talk as a prompt shows it: who said what, oldest first.</summary>
internal static class Transcript
{
    private const string Learner = "learner";

    /// <summary>What is left out at once where a talk grows long: in large steps, so that what stays is the same for many turns.</summary>
    private const int Step = 20;

    /// <summary>So many lines and replies are shown at least, where there are as many.</summary>
    private const int Least = 40;

    /// <param name="lines">The client's, the first one before any reply.</param>
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(string client, IReadOnlyList<string> lines, IReadOnlyList<string> replies)
    {
        var talk = new List<IReadOnlyDictionary<string, object?>>(lines.Count + replies.Count);
        for (var index = 0; index < Math.Max(lines.Count, replies.Count); index++)
        {
            if (index < lines.Count)
            {
                talk.Add(PromptContracts.Line(client, lines[index]));
            }

            if (index < replies.Count)
            {
                talk.Add(PromptContracts.Line(Learner, replies[index]));
            }
        }

        var left = Math.Max(0, talk.Count - Least) / Step * Step;
        return talk[left..];
    }
}
