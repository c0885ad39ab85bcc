namespace PracticeBot.Embedded.Clients;

/// <summary>What sort of answer a question wants; a fact that gives another sort does not answer it.</summary>
internal enum QuestionKind
{
    /// <summary>A thing, a yes, a no, an account: what most facts are.</summary>
    Any,
    Who,
    When,
    Where,
    Why,
}

internal static class QuestionKinds
{
    private static readonly string[][] Whys =
        [["why"], ["how", "come"], ["what", "made", "you"], ["what", "makes", "you"], ["what", "drew", "you"], ["what", "led", "you"], ["what", "got", "you", "into"]];

    private static readonly string[][] Whens =
        [["when"], ["how", "long"], ["how", "many", "years"], ["how", "many", "months"], ["how", "many", "weeks"], ["since"], ["how", "far", "back"], ["going", "on"]];

    private static readonly string[][] Wheres = [["where"], ["whereabouts"], ["which", "part", "of"]];

    private static readonly string[][] Whos = [["who"], ["who's"], ["whom"], ["anyone"], ["anybody"], ["someone"], ["somebody"]];

    /// <param name="words">As <see cref="Words.Of"/> gives them.</param>
    public static QuestionKind Of(IReadOnlyList<string> words) =>
        Holds(words, Whys) ? QuestionKind.Why
        : Holds(words, Whens) ? QuestionKind.When
        : Holds(words, Wheres) ? QuestionKind.Where
        : Holds(words, Whos) ? QuestionKind.Who
        : QuestionKind.Any;

    private static bool Holds(IReadOnlyList<string> words, string[][] phrases) => Array.Exists(phrases, phrase => Phrases.IsIn(phrase, words));
}
