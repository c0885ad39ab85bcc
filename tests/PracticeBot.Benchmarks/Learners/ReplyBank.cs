using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Ruptures;
using PracticeBot.Turns;

namespace PracticeBot.Benchmarks.Learners;

/// <summary>What simulated learners say: the replies that a client's author expects, else sentences of our own with the moment's words in them.</summary>
internal static class ReplyBank
{
    /// <summary>Which of an author's expectations belong to a kind of reply.</summary>
    private static readonly Dictionary<string, Verdict> Expected = new(StringComparer.Ordinal)
    {
        ["attuned"] = Verdict.Attuned, ["guess"] = Verdict.Partial, ["wrong"] = Verdict.Missed, ["reassurance"] = Verdict.Harmful,
    };

    private static readonly ILookup<string, string> Sentences = Read();

    /// <summary>A reply of a kind; one that was said before only where nothing else is left.</summary>
    public static string Reply(string kind, Encounter encounter, Random chance)
    {
        var expected = Expected.TryGetValue(kind, out var verdict)
            ? encounter.Persona.Expectations.Where(one => one.Moment == encounter.Moment.Id && one.Verdict == verdict).Select(one => SpokenReply.Of(one.Reply))
            : [];
        var all = expected.Concat(Sentences[kind].Select(sentence => Filled(sentence, encounter, chance))).ToList();
        var fresh = all.Where(reply => reply.Length == 0 || !encounter.Replies.Contains(reply)).ToList();
        var choice = fresh.Count > 0 ? fresh : all;
        return choice[chance.Next(choice.Count)];
    }

    private static string Filled(string sentence, Encounter encounter, Random chance)
    {
        var moment = encounter.Moment;
        var near = moment.Feels.Secondary.Count > 0 ? Any(moment.Feels.Secondary, chance) : moment.Feels.Primary;
        var wrong = moment.Misreads.Count > 0 ? Any(moment.Misreads, chance) : EmotionFamily.Envy;
        var rupture = RuptureFeelings.Of(encounter.Persona, encounter.State.Rupture) is [var feels, ..] ? feels : EmotionFamily.Hurt;
        var words = moment.MeaningWords.Count > 0 ? Any(moment.MeaningWords, chance) : moment.Meaning;
        return sentence
            .Replace("{feeling}", Word(moment.Feels.Primary), StringComparison.Ordinal)
            .Replace("{near}", Word(near), StringComparison.Ordinal)
            .Replace("{wrong}", Word(wrong), StringComparison.Ordinal)
            .Replace("{rupture}", Word(rupture), StringComparison.Ordinal)
            .Replace("{words}", words, StringComparison.Ordinal)
            .Replace("{said}", TurnedRound.Of(encounter.Lines[^1]), StringComparison.Ordinal);
    }

    private static T Any<T>(IReadOnlyList<T> from, Random chance) => from[chance.Next(from.Count)];

#pragma warning disable CA1308 // A word in a sentence.
    private static string Word(EmotionFamily family) => family.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    private static ILookup<string, string> Read()
    {
        using var stream = typeof(ReplyBank).Assembly.GetManifestResourceStream("Learners/replies.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n')
            .Where(line => line.Contains('\t', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToLookup(fields => fields[0], fields => fields[1], StringComparer.Ordinal);
    }
}
