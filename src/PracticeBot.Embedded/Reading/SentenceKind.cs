using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading;

/// <summary>What a sentence of a reply does.</summary>
internal enum SentenceKind
{
    Statement,

    /// <summary>Invites the client to tell: what, how, tell me.</summary>
    OpenQuestion,

    /// <summary>Can be answered with yes or no.</summary>
    ClosedQuestion,

    /// <summary>Asks whether what was offered is right.</summary>
    Check,
}

/// <summary>A sentence and what it does.</summary>
internal sealed record ReadSentence(Span Span, SentenceKind Kind)
{
    public bool IsQuestion => Kind is SentenceKind.OpenQuestion or SentenceKind.ClosedQuestion;
}
