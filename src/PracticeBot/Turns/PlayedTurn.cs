using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Coaching;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;

namespace PracticeBot.Turns;

/// <summary>One judged reply with what it caused.</summary>
/// <param name="Result">Findings, or unavailable.</param>
/// <param name="Events">What changed in the client, the line that was said included; folding them over the state before gives <paramref name="After"/>.</param>
/// <param name="Line">What the client says; null where the reply could not be judged.</param>
/// <param name="Feedback">What the learner may be told; null where the reply could not be judged.</param>
public sealed record PlayedTurn(
    string Reply,
    AssessmentResult Result,
    Decision Decision,
    IReadOnlyList<ClientEvent> Events,
    ClientState Before,
    ClientState After,
    SpokenLine? Line,
    Feedback? Feedback)
{
    /// <summary>What a model did to judge the reply; null where none was asked.</summary>
    public ModelWork? AssessorWork { get; init; }

    /// <summary>What a model did to give the client words; null where none was asked.</summary>
    public ModelWork? VoiceWork { get; init; }

    /// <summary>The client says nothing, and nothing changes.</summary>
    public static PlayedTurn WithoutAnswer(string reply, AssessmentResult result, Decision decision, ClientState state) =>
        new(reply, result, decision, [], state, state, null, null);
}
