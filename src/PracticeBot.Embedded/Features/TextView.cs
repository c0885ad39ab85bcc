using System.Collections.Frozen;
using PracticeBot.Embedded.Reading;
using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Features;

/// <summary>A text taken apart once, for every measure to look at.</summary>
internal sealed class TextView
{
    private TextView(Passage passage, IReadOnlyList<ReadSentence> sentences, List<CueHit> cues, List<FeelingMention> feelings)
    {
        Passage = passage;
        Sentences = sentences;
        Cues = cues;
        Feelings = feelings;
        CueCounts = new int[CueTable.Cues.Count];
        foreach (var hit in cues)
        {
            CueCounts[hit.Cue]++;
        }

        var content = new List<string>(passage.Tokens.Count);
        foreach (var token in passage.Tokens)
        {
            if (Concepts.IsContent(token) && !content.Contains(token.Stem))
            {
                content.Add(token.Stem);
            }
        }

        Content = [.. content];
        Rarities = [.. Content.Select(OverlapFeatures.Rarity)];
        SmallWords = PersonFeatures.SmallWordsOf(passage);
    }

    public string Original => Passage.Original;

    public Passage Passage { get; }

    public IReadOnlyList<Token> Tokens => Passage.Tokens;

    public IReadOnlyList<ReadSentence> Sentences { get; }

    public IReadOnlyList<CueHit> Cues { get; }

    /// <summary>How often each cue stands in the text.</summary>
    public int[] CueCounts { get; }

    public IReadOnlyList<FeelingMention> Feelings { get; }

    /// <summary>How telling each word of <see cref="Content"/> is.</summary>
    public float[] Rarities { get; }

    /// <summary>How many small words there are of each kind (<see cref="PersonFeatures"/>).</summary>
    public int[] SmallWords { get; }

    /// <summary>The words that speak of something, without inflection, each once, in the order of the text.</summary>
    public string[] Content { get; }

    /// <summary>A reply: everything that can be told of it.</summary>
    public static TextView OfReply(string text)
    {
        var passage = Passage.Read(text, speller: null);
        return new(passage, SentenceReader.Read(passage), CueTable.Find(passage), FeelingReader.Read(passage));
    }

    /// <summary>What a client said: of the cues only the classes of words, and sentences without their kind.</summary>
    public static TextView OfClient(string text)
    {
        var passage = Passage.Read(text, speller: null);
        var sentences = passage.Sentences.Select(sentence => new ReadSentence(new Span(sentence.First, sentence.End), SentenceKind.Statement)).ToArray();
        return new(passage, sentences, CueTable.FindClasses(passage), FeelingReader.Read(passage));
    }

    /// <summary>One sentence as a text of its own.</summary>
    public TextView Part(int sentence)
    {
        var (start, end) = SentenceSpan(sentence);
        var span = Sentences[sentence].Span;
        var cues = new List<CueHit>();
        foreach (var hit in Cues)
        {
            if (span.Contains(hit.Span))
            {
                cues.Add(hit with { Span = Moved(hit.Span) });
            }
        }

        var feelings = new List<FeelingMention>();
        foreach (var mention in Feelings)
        {
            if (span.Contains(mention.Span))
            {
                feelings.Add(mention with { Span = Moved(mention.Span) });
            }
        }

        return new(Passage.Part(sentence, start, end), [Sentences[sentence] with { Span = Moved(span) }], cues, feelings);

        Span Moved(Span one) => new(one.First - span.First, one.End - span.First);
    }

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
