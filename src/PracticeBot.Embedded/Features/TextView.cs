using System.Collections.Frozen;
using PracticeBot.Embedded.Reading;
using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Features;

/// <summary>A text taken apart once, for every measure to look at.</summary>
internal sealed class TextView
{
    private TextView(string original)
    {
        Original = original;
        Passage = Passage.Read(original, speller: null);
        Sentences = SentenceReader.Read(Passage);
        Cues = CueTable.Find(Passage);
        Feelings = FeelingReader.Read(Passage);
        CueCounts = new int[CueTable.Cues.Count];
        foreach (var hit in Cues)
        {
            CueCounts[hit.Cue]++;
        }

        Content = Passage.Tokens.Where(Concepts.IsContent).Select(token => token.Stem).Distinct(StringComparer.Ordinal).ToArray();
    }

    public string Original { get; }

    public Passage Passage { get; }

    public IReadOnlyList<Token> Tokens => Passage.Tokens;

    public IReadOnlyList<ReadSentence> Sentences { get; }

    public IReadOnlyList<CueHit> Cues { get; }

    /// <summary>How often each cue stands in the text.</summary>
    public int[] CueCounts { get; }

    public IReadOnlyList<FeelingMention> Feelings { get; }

    /// <summary>The words that speak of something, without inflection, each once, in the order of the text.</summary>
    public string[] Content { get; }

    public static TextView Of(string text) => new(text);

    /// <summary>Where a sentence with its marks begins and ends in the text as received.</summary>
    public (int Start, int End) SentenceSpan(int sentence)
    {
        var start = Tokens[Sentences[sentence].Span.First].Start;
        var end = sentence + 1 < Sentences.Count ? Tokens[Sentences[sentence + 1].Span.First].Start : Original.Length;
        while (end > start && char.IsWhiteSpace(Original[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    /// <summary>The text of one sentence with its marks, as received.</summary>
    public string SentenceText(int sentence)
    {
        var (start, end) = SentenceSpan(sentence);
        return Original[start..end];
    }
}
