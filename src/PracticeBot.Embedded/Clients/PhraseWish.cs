using PracticeBot.Core.Turns;

namespace PracticeBot.Embedded.Clients;

/// <summary>Which part of a reply the client would take up: the advice of an advice, the feeling of a reflection.</summary>
/// <param name="Preferred">Kinds that the reaction is about.</param>
/// <param name="Allowed">Kinds that may be taken up at all.</param>
internal sealed record PhraseWish(IReadOnlyList<OpeningKind> Preferred, IReadOnlyList<OpeningKind> Allowed)
{
    private static readonly PhraseWish Given = new(
        [OpeningKind.Feel, OpeningKind.Reflect, OpeningKind.Be],
        [OpeningKind.Feel, OpeningKind.Reflect, OpeningKind.Be, OpeningKind.Reassure, OpeningKind.None]);

    private static readonly PhraseWish Advice = new([OpeningKind.Advise], [OpeningKind.Advise]);

    private static readonly PhraseWish Comfort = new(
        [OpeningKind.Reassure, OpeningKind.Be, OpeningKind.None],
        [OpeningKind.Reassure, OpeningKind.Be, OpeningKind.Reflect, OpeningKind.None]);

    private static readonly PhraseWish Any = new(
        [],
        [OpeningKind.Feel, OpeningKind.Reflect, OpeningKind.Be, OpeningKind.Reassure, OpeningKind.Advise, OpeningKind.None]);

    /// <summary>What the learner says of themself: the part that they own, or the story that they tell.</summary>
    private static readonly PhraseWish Own = new([OpeningKind.None], [OpeningKind.None, OpeningKind.Reflect]);

    public bool IsForAdvice => ReferenceEquals(this, Advice);

    public bool IsForComfort => ReferenceEquals(this, Comfort);

    public bool IsOfLearner => ReferenceEquals(this, Own);

    public static PhraseWish For(Directive directive) => directive switch
    {
        { Cause: Causes.Advice or Causes.Instruction } => Advice,
        { Cause: Causes.Reassurance or Causes.Dismissal or Causes.Contradiction } => Comfort,
        { Cause: Causes.SelfFocus } or { Reaction: Reaction.Repaired, Cause: not Causes.Reattuned } => Own,
        { Reaction: Reaction.Soften, Cause: Causes.Acknowledged or Causes.Owned } => Own,
        { Reaction: Reaction.Guarded } => Any,
        _ => Given,
    };
}
