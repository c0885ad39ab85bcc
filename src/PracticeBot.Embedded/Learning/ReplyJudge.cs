using System.Collections.Concurrent;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;

namespace PracticeBot.Embedded.Learning;

/// <summary>
/// Judges a reply to what a client said with the fitted models: EPITOME's mechanisms, what the reply does as AnnoMI codes it, how good
/// a reflection it is, whether it belongs to this client. Safe to share between threads where the encoder is.
/// </summary>
public sealed class ReplyJudge(AssessorWeights weights, TextEncoder encoder)
{
    /// <summary>A sentence is shown for a mechanism where it is at least so likely to carry it, or the likeliest.</summary>
    private const float ShownFrom = 0.45f;

    /// <summary>A clause is left out where another of its sentence is so much likelier.</summary>
    private const float StandsOut = 0.6f;

    private static readonly (string Mechanism, string Dimension)[] Dimensions =
    [
        ("er", "epitome.emotionalReactions"), ("ip", "epitome.interpretations"), ("ex", "epitome.explorations"),
    ];

    /// <summary>So many lines of clients are kept as they were taken in.</summary>
    private const int MostLines = 256;

    private readonly ConcurrentDictionary<string, EncodedText> lines = new(StringComparer.Ordinal);
    private readonly MeaningVectors meanings = new(encoder);

    /// <summary>Takes in what a client said, once however many replies answer it.</summary>
    public EncodedText ReadClient(string text)
    {
        if (lines.TryGetValue(text, out var known))
        {
            return known;
        }

        if (lines.Count >= MostLines)
        {
            lines.Clear();
        }

        return lines[text] = EncodedText.OfClient(text, encoder);
    }

    public EncodedText ReadReply(string text) => EncodedText.OfReply(text, encoder);

    public ReplyJudgement Judge(string client, string reply) => Judge(ReadClient(client), ReadReply(reply));

    public ReplyJudgement Judge(EncodedText client, EncodedText reply)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(reply);
        var measured = MeasuredReply.Of(client, reply);
        measured.Set(Block.Advice, Advisers.Ask(measured, weights.Of));
        var sentences = measured.Sentences();
        var spoken = SentenceScores.Mechanisms
            .Select(mechanism => sentences.Select(weights.Of(SentenceScores.ModelOf(mechanism)).Probabilities).ToArray()).ToArray();
        measured.Set(Block.Spoken, SentenceScores.Gather(spoken));

        var mechanisms = SentenceScores.Mechanisms.Select(mechanism => Decide("epitome." + mechanism, measured)).ToArray();
        var behaviour = Decide("annomi.behaviour", measured);
        var reflection = Decide("annomi.reflection", measured);
        var question = Decide("annomi.question", measured);
        return new ReplyJudgement
        {
            EmotionalReactions = mechanisms[0],
            Interpretations = mechanisms[1],
            Explorations = mechanisms[2],
            Behaviour = behaviour,
            Reflection = reflection,
            Question = question,
            Level = Decide("pair.level", measured),
            Fit = weights.Of("fit").Probabilities(measured)[1],
            FindEvidence = () => EvidenceFor(client, reply, mechanisms, spoken, behaviour, reflection, question),
        };
    }

    /// <summary>Whether a reply belongs to a client, 0 to 1, and nothing else.</summary>
    public double FitOf(EncodedText client, EncodedText reply)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(reply);
        return weights.Of("fit").Probabilities(MeasuredReply.Of(client, reply))[1];
    }

    /// <summary>How near a reply is to what a client means at a moment, by the phrases that may meet it, -1 to 1.</summary>
    internal float NearnessOf(Layer moment, EncodedText reply) => meanings.NearnessOf(moment, reply.Whole);

    /// <summary>How likely a reply speaks of joy, 0 to 1.</summary>
    internal float BrightnessOf(EncodedText reply) =>
        Advisers.FromVector(weights.Of(Advisers.Emotion), reply.Whole)[Array.IndexOf(Advisers.Emotions, "joy")];

    /// <summary>The code of the move that the behaviour comes to; none for "other".</summary>
    public static string? MoveOf(Decided behaviour, Decided reflection, Decided question)
    {
        ArgumentNullException.ThrowIfNull(behaviour);
        ArgumentNullException.ThrowIfNull(reflection);
        ArgumentNullException.ThrowIfNull(question);
        return behaviour.Value switch
        {
            "reflection" => reflection.Value == "complex" ? Move.ReflectionComplex.Code() : Move.ReflectionSimple.Code(),
            "question" => question.Value == "closed" ? Move.QuestionClosed.Code() : Move.QuestionOpen.Code(),
            "therapist_input" => Move.Information.Code(),
            _ => null,
        };
    }

    private List<Evidence> EvidenceFor(
        EncodedText client, EncodedText reply, Decided[] mechanisms, float[][][] spoken, Decided behaviour, Decided reflection, Decided question)
    {
        var evidence = new List<Evidence>();
        for (var at = 0; at < mechanisms.Length; at++)
        {
            if (mechanisms[at].Index > 0)
            {
                var model = weights.Of(SentenceScores.ModelOf(SentenceScores.Mechanisms[at]));
                var sentences = Shown(reply, [.. spoken[at].Select(one => 1 - one[0])]);
                // An interpretation tells what the client lives through, and takes its whole sentence to do it.
                var spans = SentenceScores.Mechanisms[at] == "ip" ? sentences : sentences.SelectMany(span => Narrowed(client, reply, span, model));
                evidence.AddRange(spans.Select(span => new Evidence(span.Start, span.End - span.Start, Dimensions[at].Dimension)));
            }
        }

        if (MoveOf(behaviour, reflection, question) is { } move)
        {
            evidence.AddRange(Shown(reply, SentencesThat(behaviour.Value, reply)).Select(span => new Evidence(span.Start, span.End - span.Start, "move." + move)));
        }

        return evidence;
    }

    /// <summary>Whole sentences, those that are likely enough or else the likeliest.</summary>
    private static IEnumerable<(int Start, int End)> Shown(EncodedText reply, float[] likely)
    {
        if (likely.Length == 0)
        {
            yield break;
        }

        var from = Math.Min(ShownFrom, likely.Max());
        for (var at = 0; at < likely.Length; at++)
        {
            if (likely[at] >= from)
            {
                yield return reply.View.SentenceSpan(at);
            }
        }
    }

    /// <summary>The clauses of a sentence that would carry the mechanism alone; the whole where none stands out.</summary>
    private IEnumerable<(int Start, int End)> Narrowed(EncodedText client, EncodedText reply, (int Start, int End) sentence, BlockModel model)
    {
        var clauses = Clausing.Of(reply.Text, sentence.Start, sentence.End);
        if (clauses.Count < 2)
        {
            return [sentence];
        }

        var likely = clauses.Select(clause => MeasuredReply.Of(client, ReadReply(reply.Text[clause.Start..clause.End])).Sentences())
            .Select(parts => parts.Length == 0 ? 0 : parts.Max(part => 1 - model.Probabilities(part)[0])).ToArray();
        var most = likely.Max();
        return most < ShownFrom ? [sentence] : clauses.Where((_, at) => likely[at] >= most * StandsOut);
    }

    private float[] SentencesThat(string behaviour, EncodedText reply)
    {
        var adviser = weights.Of(Advisers.Behaviour);
        (int One, int Other) classes = behaviour switch { "reflection" => (0, 1), "question" => (2, 3), _ => (4, 5) };
        return [.. reply.Vectors.Select(vector => Advisers.FromVector(adviser, vector)).Select(said => said[classes.One] + said[classes.Other])];
    }

    private Decided Decide(string model, MeasuredReply reply)
    {
        var fitted = weights.Of(model);
        var probabilities = fitted.Probabilities(reply);
        var chosen = fitted.Choose(probabilities);
        return new Decided(chosen, fitted.Classes[chosen], probabilities);
    }
}
