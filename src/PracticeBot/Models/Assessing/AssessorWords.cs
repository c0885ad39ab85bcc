using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;

namespace PracticeBot.Models.Assessing;

/// <summary>
/// The words in which a model judges, and the numbers that they stand for: a model is asked for what it sees, never for a score.
/// The prompt explains each; the schema lists them.
/// </summary>
internal static class AssessorWords
{
    public static readonly WordMap<ReplyKind> Kinds = WordMap<ReplyKind>.Of(
        ("offering", ReplyKind.Offering), ("facilitative", ReplyKind.Facilitative), ("out-of-role", ReplyKind.OutOfRole), ("off-topic", ReplyKind.OffTopic));

    public static readonly WordMap<Facilitation> Invitations = WordMap<Facilitation>.Of(
        ("none", Facilitation.None), ("greeting", Facilitation.Greeting), ("contracting", Facilitation.Contracting), ("open-question", Facilitation.OpenQuestion),
        ("closed-question", Facilitation.ClosedQuestion), ("encourager", Facilitation.Encourager), ("risk-question", Facilitation.RiskQuestion),
        ("closing", Facilitation.Closing), ("thanks", Facilitation.Thanks));

    public static readonly WordMap<EmotionFamily> Feelings = WordMap<EmotionFamily>.Of(Enum.GetValues<EmotionFamily>(), family => family.Code());

    /// <summary>Null: the word says no strength of its own.</summary>
    public static readonly WordMap<Intensity?> Strengths = WordMap<Intensity?>.Of(
        ("faint", new Intensity(1)), ("mild", new Intensity(2)), ("plain", null), ("strong", new Intensity(4)), ("overwhelming", new Intensity(5)));

    public static readonly WordMap<MeaningMatch> Meanings = WordMap<MeaningMatch>.Of(
        ("none", MeaningMatch.None), ("part", MeaningMatch.Part), ("core", MeaningMatch.Core));

    public static readonly WordMap<Addition> Additions = WordMap<Addition>.Of(
        ("nothing", Addition.Nothing), ("implicit", Addition.Implicit), ("full", Addition.FullRange));

    // The anchors of Attunement, a word a step.
    public static readonly WordMap<int> Tones = WordMap<int>.Of(("breezy", 1), ("flat", 2), ("warm", 3), ("carries-it", 4));

    public static readonly WordMap<int> Paces = WordMap<int>.Of(("rushes", 1), ("hurries", 2), ("steady", 3), ("leaves-room", 4));

    public static readonly WordMap<int> Registers = WordMap<int>.Of(("jargon", 1), ("stock", 2), ("plain", 3), ("their-own", 4));

    public static readonly WordMap<int> Presences = WordMap<int>.Of(("elsewhere", 1), ("about", 2), ("with", 3), ("stays", 4));

    public static readonly WordMap<Move> Moves = WordMap<Move>.Of(Enum.GetValues<Move>().Where(move => move != Move.Silence), move => move.Code());

    public static readonly WordMap<Breach> Breaches = WordMap<Breach>.Of(Enum.GetValues<Breach>().Where(breach => breach != Breach.Contradiction), breach => breach.Code());

    public static readonly WordMap<Func<RepairSigns, RepairSigns>> Repairs = WordMap<Func<RepairSigns, RepairSigns>>.Of(
        ("names-shift", signs => signs with { NamesShift = true }), ("acknowledges", signs => signs with { Acknowledges = true }),
        ("owns", signs => signs with { Owns = true }), ("invites", signs => signs with { Invites = true }),
        ("apologises", signs => signs with { Apologises = true }), ("defends", signs => signs with { Defends = true }),
        ("meets-rupture-feeling", signs => signs with { MeetsRuptureFeeling = true }));

    /// <summary>How sure, 0 to 1.</summary>
    public static readonly WordMap<double> Sureness = WordMap<double>.Of(("very", 0.9), ("fairly", 0.75), ("little", 0.45));

    /// <summary>What a quotation may show, beside what the deciding part quotes already.</summary>
    public static readonly WordMap<string> Dimensions = WordMap<string>.Of(
        ["attunement.tone", "attunement.pace", "attunement.words", "attunement.presence", .. Moves.Words.Select(move => "move." + move)], dimension => dimension);
}
