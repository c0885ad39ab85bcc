using PracticeBot.Core.Assessments;

namespace PracticeBot.Embedded.Reading;

/// <summary>Reads a reply by rules and gives findings with quoted evidence. So far it tells silence from words.</summary>
public sealed class EmbeddedAssessor
{
    private static readonly Assessment Held = new()
    {
        Kind = ReplyKind.Silence, Attunement = new Attunement(3, 4, 3, 4), Moves = [Move.Silence], Confidence = 0.9,
    };

    private readonly AssessmentResult silence = new AssessmentResult.Judged(Held);
    private readonly AssessmentResult unreadable = new AssessmentResult.Unavailable(UnavailableReason.Unreadable);

    public AssessmentResult Assess(ReplyInContext reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return string.IsNullOrWhiteSpace(reply.Reply) ? silence : unreadable;
    }
}
