using PracticeBot.Embedded.Learning;

namespace PracticeBot.Embedded.Reading;

/// <summary>What the fitted models hear in one reply. Each thing is worked out when a reader first asks, which none does where words suffice.</summary>
internal sealed class Hearing
{
    private readonly Lazy<ReplyJudgement> judgement;
    private readonly Lazy<float> brightness;
    private readonly Lazy<float> nearness;

    public Hearing(ReplyReading reading, ReplyJudge judge)
    {
        var context = reading.Context;
        var reply = new Lazy<EncodedText>(() => judge.ReadReply(context.Reply));
        judgement = new(() => judge.Judge(judge.ReadClient(context.ClientLine), reply.Value));
        brightness = new(() => judge.BrightnessOf(reply.Value));
        nearness = new(() => judge.NearnessOf(context.Moment, reply.Value));
    }

    public ReplyJudgement Judgement => judgement.Value;

    /// <summary>How likely the reply speaks of joy, 0 to 1.</summary>
    public float Brightness => brightness.Value;

    /// <summary>How near the reply is to what the client means, -1 to 1.</summary>
    public float Nearness => nearness.Value;
}
