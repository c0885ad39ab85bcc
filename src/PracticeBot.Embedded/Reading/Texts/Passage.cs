namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>A text as the readers see it: words with their places in the text as received, sentences, stage directions.</summary>
internal sealed class Passage
{
    private Passage(string original, List<Token> tokens, List<Sentence> sentences, List<(int Start, int End)> directions)
    {
        Original = original;
        Tokens = tokens;
        Sentences = sentences;
        Directions = directions;
    }

    public string Original { get; }

    /// <summary>The words spoken, directions left out.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Character spans of stage directions.</summary>
    public IReadOnlyList<(int Start, int End)> Directions { get; }

    public bool IsWordless => Tokens.Count == 0;

    /// <summary>Words as the writer counts them: a contraction is one.</summary>
    public int WordCount
    {
        get
        {
            var count = 0;
            for (var at = 0; at < Tokens.Count; at++)
            {
                if (at == 0 || Tokens[at].Start != Tokens[at - 1].Start)
                {
                    count++;
                }
            }

            return count;
        }
    }

    public Span Whole => new(0, Tokens.Count);

    /// <param name="text">As received.</param>
    /// <param name="speller">Mends typing errors; null takes every word as it stands.</param>
    public static Passage Read(string text, Speller? speller)
    {
        ArgumentNullException.ThrowIfNull(text);
        var directions = StageDirections.In(text);
        var (tokens, sentences) = Tokenizer.Split(text, directions, speller);
        return new Passage(text, tokens, sentences, directions);
    }

    /// <summary>One sentence as a passage of its own.</summary>
    /// <param name="sentence">Which.</param>
    /// <param name="start">Where its text begins in this one.</param>
    /// <param name="end">Where it ends, marks included.</param>
    public Passage Part(int sentence, int start, int end)
    {
        var (first, count, closing) = (Sentences[sentence].First, Sentences[sentence].Count, Sentences[sentence].Closing);
        var tokens = new List<Token>(count);
        for (var at = first; at < first + count; at++)
        {
            tokens.Add(Tokens[at] with { Start = Tokens[at].Start - start, Sentence = 0 });
        }

        List<(int Start, int End)> directions = [];
        foreach (var direction in Directions)
        {
            if (direction.Start >= start && direction.End <= end)
            {
                directions.Add((direction.Start - start, direction.End - start));
            }
        }

        return new Passage(Original[start..end], tokens, [new Sentence(0, count, closing)], directions);
    }

    /// <summary>True where only opening words ("so", "well", "okay") stand before this one in its sentence.</summary>
    public bool IsBeginning(int token)
    {
        for (var at = token - 1; at >= 0 && Tokens[at].Sentence == Tokens[token].Sentence; at--)
        {
            if (!WordLists.Openers.Contains(Tokens[at].Text))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where a sentence, or a part of it set off by more than a comma, ends before this word.</summary>
    public bool IsEnding(int end) => end >= Tokens.Count || Tokens[end].Break >= Break.Strong;

    public Sentence SentenceOf(int token) => Sentences[Tokens[token].Sentence];

    public string Quote(Span span) => Original[Tokens[span.First].Start..Tokens[span.End - 1].End];
}
