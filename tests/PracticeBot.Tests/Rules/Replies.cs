using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;

namespace PracticeBot.Tests.Rules;

/// <summary>Findings as an assessor would give them, by what the reply does.</summary>
internal static class Replies
{
    public static readonly Attunement Warm = new(3, 3, 3, 3);
    public static readonly Attunement Cold = new(1, 2, 2, 2);

    public static Assessment Level3 { get; } = Offer(EmotionMatch.Exact, Addition.Nothing);

    public static Assessment Level3WithCheck { get; } = Level3 with { Checks = true, Accuracy = Level3.Accuracy with { Tentative = true } };

    public static Assessment Level4 { get; } = Offer(EmotionMatch.Exact, Addition.Implicit);

    public static Assessment Level5 { get; } = Offer(EmotionMatch.Exact, Addition.FullRange);

    public static Assessment NearFeeling { get; } = Offer(EmotionMatch.Near, Addition.Nothing);

    public static Assessment AccurateButCold { get; } = Level4 with { Attunement = Cold };

    public static Assessment TentativeWrong { get; } = Of(ReplyKind.Offering) with
    {
        Accuracy = new Accuracy(EmotionMatch.Missed, 0, MeaningMatch.None, true, Addition.Nothing),
    };

    public static Assessment WarmButWrong { get; } = Of(ReplyKind.Offering) with
    {
        Accuracy = new Accuracy(EmotionMatch.Unaddressed, null, MeaningMatch.Part, false, Addition.Nothing),
    };

    public static Assessment Plainly { get; } = Of(ReplyKind.Offering) with { Attunement = Cold };

    public static Assessment Understated { get; } = Of(ReplyKind.Offering) with
    {
        Accuracy = new Accuracy(EmotionMatch.Exact, -2, MeaningMatch.None, false, Addition.Nothing), Attunement = Cold,
    };

    public static Assessment WrongFeeling { get; } = With(Breach.WrongFeelingAsFact) with
    {
        Accuracy = new Accuracy(EmotionMatch.Missed, 0, MeaningMatch.None, false, Addition.Nothing),
    };

    public static Assessment Advice { get; } = With(Breach.PrematureAdvice) with { Moves = [Move.Advice] };

    public static Assessment Reassurance { get; } = With(Breach.FalseReassurance);

    public static Assessment Contradicts { get; } = Of(ReplyKind.Offering) with
    {
        Accuracy = new Accuracy(EmotionMatch.Contradicted, null, MeaningMatch.None, false, Addition.Nothing),
    };

    public static Assessment Parroting { get; } = Level3 with { Breaches = [Breach.Parroting] };

    public static Assessment OverApology { get; } = With(Breach.OverApology) with { Repair = new RepairSigns { Apologises = true } };

    public static Assessment FeelingList { get; } = Of(ReplyKind.Offering) with
    {
        IsFeelingList = true, Accuracy = new Accuracy(EmotionMatch.Exact, 0, MeaningMatch.None, true, Addition.Implicit),
    };

    public static Assessment FeelingDump { get; } = FeelingList with { Accuracy = FeelingList.Accuracy with { Tentative = false } };

    public static Assessment Question { get; } = Of(ReplyKind.Facilitative) with
    {
        Facilitation = Facilitation.OpenQuestion, IsQuestionOnly = true, Moves = [Move.QuestionOpen],
    };

    public static Assessment RiskQuestion { get; } = Question with { Facilitation = Facilitation.RiskQuestion, Moves = [Move.RiskQuestion] };

    public static Assessment Greeting { get; } = Of(ReplyKind.Facilitative) with { Facilitation = Facilitation.Greeting };

    public static Assessment Silence { get; } = Of(ReplyKind.Silence) with { Moves = [Move.Silence] };

    public static Assessment OutOfRole { get; } = Of(ReplyKind.OutOfRole);

    public static Assessment OffTopic { get; } = Of(ReplyKind.OffTopic);

    public static Assessment Apology { get; } = Repair(new RepairSigns { Apologises = true });

    public static Assessment Noticing { get; } = Repair(new RepairSigns { NamesShift = true });

    public static Assessment Acknowledging { get; } = Repair(new RepairSigns { NamesShift = true, Acknowledges = true });

    public static Assessment Owning { get; } = Repair(new RepairSigns { Owns = true });

    public static Assessment Reattuning { get; } = Repair(new RepairSigns { MeetsRuptureFeeling = true });

    public static Assessment WholeRepair { get; } = Repair(
        new RepairSigns { NamesShift = true, Acknowledges = true, Owns = true, Apologises = true, Invites = true, MeetsRuptureFeeling = true });

    public static Assessment Defence { get; } = Repair(new RepairSigns { Apologises = true, Defends = true });

    /// <summary>Every kind of reply that the rules tell apart.</summary>
    public static IReadOnlyDictionary<string, Assessment> All { get; } = typeof(Replies)
        .GetProperties()
        .Where(property => property.PropertyType == typeof(Assessment))
        .ToDictionary(property => property.Name, property => (Assessment)property.GetValue(null)!, StringComparer.Ordinal);

    public static AssessmentResult Judged(Assessment assessment) => new AssessmentResult.Judged(assessment);

    private static Assessment Offer(EmotionMatch match, Addition adds) => Of(ReplyKind.Offering) with
    {
        Accuracy = new Accuracy(match, 0, MeaningMatch.Part, false, adds), Moves = [Move.ReflectionComplex],
    };

    private static Assessment With(Breach breach) => Of(ReplyKind.Offering) with { Breaches = [breach] };

    private static Assessment Repair(RepairSigns signs) => Of(ReplyKind.Offering) with { Repair = signs };

    private static Assessment Of(ReplyKind kind) => new() { Kind = kind, Attunement = Warm, Confidence = 0.8 };
}
