using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;

namespace PracticeBot.Core.Skills;

/// <summary>Which skills a judged reply shows, and how well. A skill of which the reply says nothing is left out, never counted as failed.</summary>
public static class SkillReadings
{
    private const double Near = 0.75;
    private const double Half = 0.5;
    private const double FarStrength = 0.25;
    private const int Additive = 4;
    private const double Third = 1.0 / 3;

    /// <param name="before">The client's state that the reply met.</param>
    /// <param name="after">The client's state after the turn.</param>
    /// <param name="level">Carkhuff 1 to 5; null for neutral.</param>
    public static IReadOnlyList<SkillReading> Of(
        Persona persona, ClientState before, ClientState after, Assessment assessment, Verdict verdict, int? level)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.Kind is ReplyKind.OutOfRole or ReplyKind.OffTopic)
        {
            return [];
        }

        var readings = new List<SkillReading>();
        if (verdict is not (Verdict.Neutral or Verdict.Unavailable))
        {
            Add(Skill.EmotionAccuracy, Emotion(before, assessment));
            Add(Skill.Intensity, Strength(before, assessment));
            Add(Skill.Meaning, Meaning(before, assessment));
            Add(Skill.Checking, Checking(before, assessment, persona.Rubric, level));
            Add(Skill.Tone, Anchor(assessment.Attunement.Tone));
            Add(Skill.Pace, Anchor(assessment.Attunement.Pace));
            Add(Skill.Words, Anchor(assessment.Attunement.Words));
            Add(Skill.Presence, Anchor(assessment.Attunement.Presence));
        }

        if (before.Rupture is RuptureState.Open rupture)
        {
            Add(Skill.Noticing, Noticing(rupture, after, assessment, persona));
            Add(Skill.Repair, Mended(rupture, after, assessment));
        }

        return readings;

        void Add(Skill skill, double? score)
        {
            if (score is { } shown)
            {
                readings.Add(new SkillReading(skill, shown));
            }
        }
    }

    /// <summary>
    /// What a rupture that is open when the talk ends, by whoever's will, shows of repair: nothing of it done 0, acknowledged a third, owned
    /// two thirds, all of it said and the client not yet softened 1. Null where none is open, or where there was no reply after it opened.
    /// </summary>
    public static SkillReading? AtEnd(ClientState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Rupture switch
        {
            RuptureState.Open { Replies: 0 } when !state.HasLeft => null,
            RuptureState.Open { Reached: RepairStage.Acknowledged } => new SkillReading(Skill.Repair, Third),
            RuptureState.Open { Reached: RepairStage.Owned } => new SkillReading(Skill.Repair, 2 * Third),
            RuptureState.Open { Reached: RepairStage.Reattuned } => new SkillReading(Skill.Repair, 1),
            RuptureState.Open => new SkillReading(Skill.Repair, 0),
            _ => null,
        };
    }

    /// <summary>The reply is meant for the rupture, so the feeling beneath it is not what it is to be measured by.</summary>
    private static bool IsAboutRupture(ClientState before, Assessment assessment) =>
        before.Rupture.IsOpen && (assessment.Repair.Names || assessment.Repair.MeetsRuptureFeeling);

    /// <summary>A reply may meet the core meaning without a feeling word, and it need not name one where none was disclosed.</summary>
    private static double? Emotion(ClientState before, Assessment assessment) => assessment.Accuracy switch
    {
        _ when IsAboutRupture(before, assessment) => assessment.Repair.MeetsRuptureFeeling ? 1 : null,
        { OffersFeeling: true } when assessment.IsFeelingList => 0,
        { Emotion: EmotionMatch.Exact } => 1,
        { Emotion: EmotionMatch.Near } => Near,
        { Emotion: EmotionMatch.Missed or EmotionMatch.Contradicted } => 0,
        { Meaning: MeaningMatch.Core } => null,
        _ => before.HasDisclosed ? 0 : null,
    };

    /// <summary>The strength of a feeling that the client does not hold says nothing.</summary>
    private static double? Strength(ClientState before, Assessment assessment) => assessment.Accuracy switch
    {
        _ when IsAboutRupture(before, assessment) => null,
        { Emotion: EmotionMatch.Exact or EmotionMatch.Near, IntensityDifference: { } difference } => Math.Abs(difference) switch
        {
            0 => 1,
            1 => Near,
            2 => FarStrength,
            _ => 0,
        },
        _ => null,
    };

    /// <summary>A reply that meets the feeling may leave its meaning for later.</summary>
    private static double? Meaning(ClientState before, Assessment assessment) => assessment.Accuracy switch
    {
        _ when IsAboutRupture(before, assessment) => null,
        { Meaning: MeaningMatch.Core } => 1,
        { Meaning: MeaningMatch.Part } => Half,
        { Emotion: EmotionMatch.Exact or EmotionMatch.Near } => null,
        _ => before.HasDisclosed ? 0 : null,
    };

    /// <summary>Asked of what was offered; what added to the client's words, and was right, needs no check.</summary>
    private static double? Checking(ClientState before, Assessment assessment, Rubric rubric, int? level) => assessment.Accuracy switch
    {
        _ when IsAboutRupture(before, assessment) => null,
        { OffersSomething: false } => null,
        { Tentative: true } => 1,
        _ when assessment.Checks => 1,
        _ when level >= Additive => null,
        _ => level >= rubric.AccurateLevel ? Half : 0,
    };

    /// <summary>Anchor scores 1 to 4 as 0 to 1.</summary>
    private static double Anchor(int score) => (score - Attunement.Least) / (double)(Attunement.Most - Attunement.Least);

    /// <summary>
    /// One reading for each quiet withdrawal: 1 at the reply that names or checks the shift in time, 0 once the time is over or the client
    /// has left. One that passed because the client was met before anything had to be named shows nothing.
    /// </summary>
    private static double? Noticing(RuptureState.Open rupture, ClientState after, Assessment assessment, Persona persona)
    {
        var replies = rupture.Replies + 1;
        var window = persona.Rubric.RepliesToNotice;
        // A mixed client has confronted before retreating: that is not quiet.
        var isQuiet = rupture.InForce == RuptureKind.Withdrawal && persona.Tendency != Tendency.Mixed;
        if (!isQuiet || rupture.IsNoticed || replies > window)
        {
            return null;
        }

        return assessment.Repair.Names ? 1
            : after.HasLeft || (after.Rupture.IsOpen && replies == window) ? 0
            : null;
    }

    private static double? Mended(RuptureState.Open rupture, ClientState after, Assessment assessment) =>
        after.Rupture is RuptureState.Mended && RepairRule.IsRepair(rupture, assessment.Repair) ? 1 : null;
}
