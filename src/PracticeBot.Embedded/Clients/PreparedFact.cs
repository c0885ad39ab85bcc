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
        About = fact.Ask.Concat(fact.Says).SelectMany(Words.Of).Where(Words.IsContent).Select(Words.Concept).ToHashSet(StringComparer.Ordinal);
    }

    public Fact Fact { get; }

    public IReadOnlyList<Ask> Asks { get; }

    /// <summary>The common questions that this fact answers.</summary>
    public Focus Focus { get; }

    /// <summary>Everything that the fact speaks of.</summary>
    public IReadOnlySet<string> About { get; }

    /// <summary>One way to ask for the fact.</summary>
    internal sealed record Ask
    {
        public Ask(string words)
        {
            Sequence = Words.Sequence(words);
            Content = Words.Concepts(words);
            Focus = QuestionFocus.OfKeyword(Words.Lower(words));
        }

        public IReadOnlyList<string> Sequence { get; }

        public IReadOnlySet<string> Content { get; }

        public Focus Focus { get; }
    }
}
