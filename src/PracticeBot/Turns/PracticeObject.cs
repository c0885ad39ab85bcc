using System.Text.Json.Serialization;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Personas;

namespace PracticeBot.Turns;

/// <summary>What a client line tells of its turn: <c>channelData.practice</c>, and a line of an audition.</summary>
public sealed record PracticeObject
{
    public required string Session { get; init; }

    public required string Id { get; init; }

    /// <summary>Depth in the session, from 1.</summary>
    public required int Turn { get; init; }

    /// <summary>Number among siblings, from 1.</summary>
    public required int Attempt { get; init; }

    public string? Persona { get; init; }

    public string? Verdict { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Level { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public AttunementObject? Attunement { get; init; }

    public IReadOnlyList<string>? Moves { get; init; }

    public IReadOnlyList<string>? Breaches { get; init; }

    public int? Trust { get; init; }

    public int? TrustChange { get; init; }

    public int? Distress { get; init; }

    public string? Reaction { get; init; }

    public RuptureObject? Rupture { get; init; }

    public string? Assessor { get; init; }

    public double? Confidence { get; init; }

    public IReadOnlyList<EvidenceObject>? Evidence { get; init; }

    /// <summary>After the session and to educators only.</summary>
    public string? Moment { get; init; }

    /// <summary>After the session and to educators only.</summary>
    public AccuracyObject? Accuracy { get; init; }

    public static PracticeObject Of(string session, string id, int turn, int attempt, Persona persona, PlayedTurn played)
    {
        var assessment = played.Result is AssessmentResult.Judged judged ? judged.Assessment : null;
        var decision = played.Decision;
        var attunement = decision.Level is null ? null : assessment?.Attunement;
        return new PracticeObject
        {
            Session = session,
            Id = id,
            Turn = turn,
            Attempt = attempt,
            Persona = persona.Id.ToString(),
            Verdict = decision.Verdict.Code(),
            Level = decision.Level,
            Attunement = attunement is { } scores ? new(scores.Tone, scores.Pace, scores.Words, scores.Presence) : null,
            Moves = [.. assessment?.Moves.Select(move => move.Code()) ?? []],
            Breaches = [.. assessment?.Breaches.Select(breach => breach.Code()) ?? []],
            Trust = Shown(played.After.Trust),
            TrustChange = Shown(played.After.Trust) - Shown(played.Before.Trust),
            Distress = Shown(played.After.Distress),
            Reaction = decision.Directive?.Reaction.Code(),
            Rupture = new(played.After.Rupture.Kind.Code(), played.After.Rupture.Severity, played.After.Rupture.Stage.Code()),
            Assessor = (assessment?.Assessor ?? AssessorKind.Embedded).Code(),
            Confidence = Math.Round(assessment?.Confidence ?? 0, 2),
            Evidence =
            [
                .. assessment?.Evidence.Select(evidence => new EvidenceObject(
                    evidence.Quote(played.Reply), evidence.Start, evidence.Length, evidence.Dimension)) ?? [],
            ],
        };
    }

    /// <summary>With what is hidden while the talk goes on.</summary>
    public PracticeObject Revealed(Layer moment, PlayedTurn played)
    {
        var accuracy = played.Result is AssessmentResult.Judged judged ? judged.Assessment.Accuracy : (Accuracy?)null;
        return this with
        {
            Moment = moment.Id,
            Accuracy = accuracy is { } found
                ? new(found.Emotion.Code(), found.IntensityDifference, found.Meaning.Code(), found.Tentative)
                : null,
        };
    }

    /// <summary>What stays while feedback is held back: where the turn stands, nothing of how it was judged.</summary>
    public PracticeObject Withheld() => new() { Session = Session, Id = Id, Turn = Turn, Attempt = Attempt };

    /// <summary>0 to 100, rounded half away from zero.</summary>
    public static int Shown(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);
}

public sealed record AttunementObject(int Tone, int Pace, int Words, int Presence);

public sealed record RuptureObject(string Kind, int Severity, string Stage);

public sealed record EvidenceObject(string Quote, int Start, int Length, string Dimension);

public sealed record AccuracyObject(
    string Emotion,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Intensity,
    string Meaning,
    bool Tentative);
