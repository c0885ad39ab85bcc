using System.Collections.Frozen;

namespace PracticeBot.Embedded.Clients;

/// <summary>Puts right what learners often type, where the meaning is plain: forgotten apostrophes, "your" for "you're".</summary>
internal static class Spelling
{
    private static readonly FrozenDictionary<string, string> Forms = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["youre"] = "you're", ["youve"] = "you've", ["youll"] = "you'll", ["youd"] = "you'd", ["im"] = "I'm", ["ive"] = "I've",
        ["dont"] = "don't", ["doesnt"] = "doesn't", ["didnt"] = "didn't", ["cant"] = "can't", ["couldnt"] = "couldn't",
        ["wont"] = "won't", ["wouldnt"] = "wouldn't", ["shouldnt"] = "shouldn't", ["isnt"] = "isn't", ["arent"] = "aren't",
        ["wasnt"] = "wasn't", ["werent"] = "weren't", ["hasnt"] = "hasn't", ["havent"] = "haven't", ["hadnt"] = "hadn't",
        ["hes"] = "he's", ["shes"] = "she's", ["theyre"] = "they're", ["theyve"] = "they've", ["thats"] = "that's", ["whats"] = "what's",
        ["theres"] = "there's", ["u"] = "you", ["ur"] = "your", ["r"] = "are", ["i"] = "I", ["i'm"] = "I'm", ["i've"] = "I've",
        ["i'd"] = "I'd", ["i'll"] = "I'll", ["alot"] = "a lot", ["noone"] = "no one", ["cannot"] = "can't",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AfterYouAre = Words.Set(
        "so very really too not just always still never trying carrying letting being getting going doing holding making scared afraid",
        "ashamed sad angry hurt tired exhausted alone lonely worried anxious overwhelmed stuck lost disappointed a an the");

    private static readonly FrozenSet<string> AfterYour = Words.Set(
        "dad father mum mom mother parents brother sister husband wife partner son daughter kids children family friend friends boss job work",
        "life heart head mind own feelings home house body");

    public static List<string> Mended(IReadOnlyList<string> words)
    {
        var mended = new List<string>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var lower = Words.Lower(words[at]);
            var next = at + 1 < words.Count ? Words.Lower(words[at + 1]) : string.Empty;
            if (lower is "your" or "ur" && AfterYouAre.Contains(next))
            {
                mended.Add("you're");
            }
            else if (lower is "youre" or "you're" && AfterYour.Contains(next))
            {
                mended.Add("your");
            }
            else if (lower is "its" && next is "like" or "so" or "as" or "been" or "not" or "all" or "hard" or "a" or "the" or "just" or "really" or "too")
            {
                mended.Add("it's");
            }
            else
            {
                mended.AddRange((Forms.GetValueOrDefault(lower) ?? words[at]).Split(' '));
            }
        }

        return mended;
    }
}
