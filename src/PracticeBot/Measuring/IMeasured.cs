using PracticeBot.Embedded.Learning;

namespace PracticeBot.Measuring;

/// <summary>Judgements of exchanges, for an evaluation.</summary>
internal interface IMeasured
{
    bool Has(string client, string reply);

    ReplyJudgement Judge(string client, string reply);

    /// <summary>Does the reply belong to this client? 0 to 1.</summary>
    double Fit(string client, string reply);
}

/// <summary>By the fitted models; each text is read once.</summary>
internal sealed class EmbeddedMeasured(ReplyJudge judge) : IMeasured
{
    private readonly Dictionary<string, EncodedText> clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EncodedText> replies = new(StringComparer.Ordinal);

    public bool Has(string client, string reply) => true;

    public ReplyJudgement Judge(string client, string reply) => judge.Judge(Kept(clients, client, judge.ReadClient), Kept(replies, reply, judge.ReadReply));

    public double Fit(string client, string reply) => judge.FitOf(Kept(clients, client, judge.ReadClient), Kept(replies, reply, judge.ReadReply));

    private static EncodedText Kept(Dictionary<string, EncodedText> texts, string text, Func<string, EncodedText> read)
    {
        if (!texts.TryGetValue(text, out var kept))
        {
            texts[text] = kept = read(text);
        }

        return kept;
    }
}

/// <summary>By a model, asked before.</summary>
internal sealed class ModelMeasured(IReadOnlyDictionary<(string Client, string Reply), ReplyJudgement> coded) : IMeasured
{
    public bool Has(string client, string reply) => coded.ContainsKey((client, reply));

    public ReplyJudgement Judge(string client, string reply) => coded[(client, reply)];

    public double Fit(string client, string reply) => coded[(client, reply)].Fit;
}
