using PracticeBot.Embedded.Encoder;

namespace PracticeBot.Embedded.Clients;

/// <summary>A persona's facts by what asks for them, as the encoder hears it: their own ways of asking, and how everybody asks.</summary>
internal sealed class FactMeanings
{
    /// <summary>A question for a person is not the one for a time, however alike they sound; one for neither may be.</summary>
    private const double OtherKind = 0.1;
    private const double AnyKind = 0.05;

    private readonly IReadOnlyList<PreparedFact> facts;
    private readonly (int Fact, QuestionKind Kind, float[] Meaning)[] asks;
    private readonly QuestionExample[] beside;

    public FactMeanings(IReadOnlyList<PreparedFact> facts, QuestionExamples examples)
    {
        this.facts = facts;
        asks =
        [
            .. facts.SelectMany((fact, at) => fact.Fact.Ask.Select(ask => (at, QuestionKinds.Of(Words.Of(ask)), Meaning: examples.Meaning(ask))))
                .Where(ask => ask.Meaning is not null).Select(ask => (ask.at, ask.Item2, ask.Meaning!)),
            .. examples.All.Where(example => !IsBeside(example)).Select(example => (Owner(example.Focus), example.Kind, example.Meaning))
                .Where(example => example.Item1 >= 0),
        ];
        beside = [.. examples.All.Where(IsBeside)];
    }

    /// <summary>What a question comes closest to; null where there is no fact to tell.</summary>
    public HeardQuestion? Hear(float[] meaning, QuestionKind kind)
    {
        if (facts.Count == 0)
        {
            return null;
        }

        var near = new double[facts.Count];
        Array.Fill(near, -1);
        foreach (var ask in asks)
        {
            var likeness = SentenceEncoder.Cosine(meaning, ask.Meaning) - Unlike(ask.Kind, kind);
            near[ask.Fact] = Math.Max(near[ask.Fact], likeness);
        }

        var best = 0;
        var next = -1.0;
        for (var at = 1; at < near.Length; at++)
        {
            (best, next) = near[at] > near[best] ? (at, near[best]) : (best, Math.Max(next, near[at]));
        }

        var (outside, inside) = (-1.0, -1.0);
        foreach (var example in beside)
        {
            var likeness = SentenceEncoder.Cosine(meaning, example.Meaning);
            (outside, inside) = example.Focus == Focus.None ? (Math.Max(outside, likeness), inside) : (outside, Math.Max(inside, likeness));
        }

        return new HeardQuestion(facts[best], near[best], next, Math.Max(outside, inside), outside > inside);
    }

    private static double Unlike(QuestionKind ask, QuestionKind asked) =>
        ask == asked ? 0 : ask == QuestionKind.Any || asked == QuestionKind.Any ? AnyKind : OtherKind;

    private static bool IsBeside(QuestionExample example) => example.Focus is Focus.None or Focus.Feeling;

    /// <summary>The fact that everybody's question for this is meant for, by its own ways of asking; -1 where there is none.</summary>
    private int Owner(Focus focus)
    {
        var (owner, most) = (-1, 0);
        for (var at = 0; at < facts.Count; at++)
        {
            var count = facts[at].Asks.Count(ask => ask.Focus.Meets(focus));
            (owner, most) = count > most ? (at, count) : (owner, most);
        }

        return owner;
    }
}
