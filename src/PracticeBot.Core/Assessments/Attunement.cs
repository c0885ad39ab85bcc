using System.Text.Json.Serialization;

namespace PracticeBot.Core.Assessments;

/// <summary>
/// Does the reply fit the client's state, whatever it names? Four scores of 1 to 4 by observable anchors:
/// <list type="table">
/// <item><term>tone 1</term><description>breezy, clinical or scolding</description></item>
/// <item><term>tone 2</term><description>polite but flat; the feeling could be anybody's</description></item>
/// <item><term>tone 3</term><description>warm; takes the feeling seriously</description></item>
/// <item><term>tone 4</term><description>carries the feeling's weight</description></item>
/// <item><term>pace 1</term><description>rushes on, several questions, or far longer than the client</description></item>
/// <item><term>pace 2</term><description>moves the talk along: two thoughts or asks too many, or over 60 words</description></item>
/// <item><term>pace 3</term><description>one thought, one question at most</description></item>
/// <item><term>pace 4</term><description>short and slow where distress is high, room left</description></item>
/// <item><term>words 1</term><description>jargon or cliché</description></item>
/// <item><term>words 2</term><description>stock phrases that would fit anyone</description></item>
/// <item><term>words 3</term><description>plain words that fit this client</description></item>
/// <item><term>words 4</term><description>the client's own images and register</description></item>
/// <item><term>presence 1</term><description>about the helper or elsewhere</description></item>
/// <item><term>presence 2</term><description>about the client's situation, not the client</description></item>
/// <item><term>presence 3</term><description>with the client, about the feeling or its meaning</description></item>
/// <item><term>presence 4</term><description>stays with this feeling now: room, bracketing, silence</description></item>
/// </list>
/// Time taken is never judged; pace means words.
/// </summary>
public readonly record struct Attunement
{
    public const int Least = 1;
    public const int Most = 4;

    /// <exception cref="ArgumentOutOfRangeException">A score is outside 1 to 4.</exception>
    [JsonConstructor]
    public Attunement(int tone, int pace, int words, int presence)
    {
        Tone = InRange(tone, nameof(tone));
        Pace = InRange(pace, nameof(pace));
        Words = InRange(words, nameof(words));
        Presence = InRange(presence, nameof(presence));
    }

    public int Tone { get; }

    public int Pace { get; }

    public int Words { get; }

    public int Presence { get; }

    /// <summary>1 to 4.</summary>
    public double Mean => (Tone + Pace + Words + Presence) / 4.0;

    private static int InRange(int score, string name) =>
        score is >= Least and <= Most ? score : throw new ArgumentOutOfRangeException(name, score, "An anchor score is 1 to 4.");
}
