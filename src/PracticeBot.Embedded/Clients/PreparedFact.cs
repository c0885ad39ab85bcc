using PracticeBot.Core.Personas;

namespace PracticeBot.Embedded.Clients;

/// <summary>A piece of the client's life with what asks for it worked out.</summary>
internal sealed class PreparedFact
{
    public PreparedFact(Fact fact)
    {
        Fact = fact;
        Asks = [.. fact.Ask.Select(ask => new Ask(ask)).Where(ask => ask.Sequence.Count > 0)];
        Focus = Asks.Aggregate(Focus.None, (focus, ask) => focus | ask.Focus) & ~Focus.Feeling;
        Kinds = fact.Ask.Select(ask => QuestionKinds.Of(Words.Of(ask))).ToHashSet();
        IsOfTelling = fact.Ask.Any(QuestionFocus.IsOfTelling);
        AskedFor = fact.Ask.SelectMany(Words.Of).Where(word => Words.IsTelling(word) && word != "long").Select(Words.Concept).ToHashSet(StringComparer.Ordinal);
        About = fact.Ask.Concat(fact.Says).SelectMany(Words.Of).Where(Words.IsContent).Select(Words.Concept).ToHashSet(StringComparer.Ordinal);
    }

    public Fact Fact { get; }

    public IReadOnlyList<Ask> Asks { get; }

    /// <summary>The common questions that this fact answers.</summary>
    public Focus Focus { get; }

    /// <summary>The sorts of question that its ways of asking are.</summary>
    public IReadOnlySet<QuestionKind> Kinds { get; }

    /// <summary>It tells whom she has told.</summary>
    public bool IsOfTelling { get; }

    /// <summary>What its ways of asking speak of; "how long" speaks of nothing.</summary>
    public IReadOnlySet<string> AskedFor { get; }

    /// <summary>Everything that the fact speaks of.</summary>
    public IReadOnlySet<string> About { get; }

    /// <summary>One way to ask for the fact.</summary>
    internal sealed record Ask
    {
        public Ask(string words)
        {
            Sequence = Words.Sequence(words);
            Content = Words.Concepts(words);
            IsTelling = Words.Of(words).Exists(Words.IsTelling);
            Focus = QuestionFocus.OfKeyword(Words.Lower(words));
        }

        public IReadOnlyList<string> Sequence { get; }

        public IReadOnlySet<string> Content { get; }

        /// <summary>It holds a word that says what it is about.</summary>
        public bool IsTelling { get; }

        public Focus Focus { get; }
    }
}
