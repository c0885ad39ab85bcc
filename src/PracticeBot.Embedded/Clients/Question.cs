using System.Collections.Frozen;

namespace PracticeBot.Embedded.Clients;

/// <summary>A sentence of a reply that asks for something.</summary>
internal sealed class Question
{
    private const int Longest = 300;

    private static readonly FrozenSet<string> Openers = Words.Set(
        "who what when where why how which whose do does did are is was were have has had can could would will should may might");

    private static readonly FrozenSet<string> YesNo = Words.Set(
        "do does did are is was were have has had can could would will should may might any anyone");

    private static readonly FrozenSet<string> OfHeart = Words.Set(
        "miss love loved hate hated blame regret trust forgive forgiven resent cry cried pray dream grieve mourn envy fancy");

    private static readonly FrozenSet<string> Fillers = Words.Set("so and but ok okay well um hi hello hey oh");

    private static readonly FrozenSet<string> Subjects = Words.Set("you it that this he she they there your his her their anyone anybody i we");

    private static readonly string[] Requests =
    [
        "tell me about", "tell me a bit about", "tell me a little about", "tell me more about", "tell me some more about", "hear about",
        "hear more about", "know about", "know more about", "tell me who", "tell me what", "tell me where", "tell me how", "tell me when",
        "ask about", "ask you about", "ask if", "ask whether", "ask what", "ask how", "ask who", "ask when", "wondering if you", "wondering who",
        "wondering what", "wondering how", "wonder what", "wonder who", "wonder how", "talk about your", "say more about",
    ];

    private Question(string sentence, string? before, bool isLast)
    {
        var text = QuestionText.Straight(sentence);
        Text = text;
        IsLast = isLast;
        Sequence = Words.Sequence(text);
        var words = Words.Of(text);
        Content = words.Where(Words.IsContent).DistinctBy(Words.Concept, StringComparer.Ordinal).ToArray();
        Focus = QuestionFocus.Of(text) | (before is not null && PointsBack(text) ? QuestionFocus.Of(before) & Focus.Risk : Focus.None);
        var opener = words.Find(word => !Fillers.Contains(word)) ?? string.Empty;
        IsYesNo = YesNo.Contains(opener);
        IsWide = opener is "what" or "how" or "why" or "who" or "where" or "when" or "which" or "what's" or "how's" or "who's" or "where's";
        IsOfHer = words.Find(word => Subjects.Contains(word)) is "you" or "it" or "that" or "this";
        IsOfHerHeart = IsYesNo && IsOfHer && words.Exists(OfHeart.Contains);
        IsOfAnothersMind = QuestionFocus.IsOfAnothersMind(text);
        Focus &= IsOfAnothersMind ? ~Focus.Wants : (Focus)~0;
        IsOfTelling = text.StartsWith("have you", StringComparison.Ordinal) && QuestionFocus.IsOfTelling(text);
        Kind = QuestionKinds.Of(words);
    }

    /// <summary>Lower case, straight apostrophes.</summary>
    public string Text { get; }

    /// <summary>The reply ends with it.</summary>
    public bool IsLast { get; }

    public bool IsYesNo { get; }

    /// <summary>It wants more than yes or no.</summary>
    public bool IsWide { get; }

    /// <summary>"Do you miss him?": nobody has no answer to that, though she may keep it.</summary>
    public bool IsOfHerHeart { get; }

    /// <summary>It asks about her or what she said, not about somebody else.</summary>
    public bool IsOfHer { get; }

    /// <summary>It asks what somebody else wants, thinks or says.</summary>
    public bool IsOfAnothersMind { get; }

    /// <summary>It asks whom she has told, not for what she would have told them.</summary>
    public bool IsOfTelling { get; }

    public QuestionKind Kind { get; }

    public IReadOnlyList<string> Sequence { get; }

    public IReadOnlyList<string> Content { get; }

    public Focus Focus { get; }

    /// <summary>The questions of a reply, in order.</summary>
    /// <param name="mustAsk">The reply is known to ask: where no sentence looks like it, all of them do.</param>
    public static List<Question> In(string reply, bool mustAsk)
    {
        var sentences = Sentences(Words.Lower(reply).Replace('’', '\''));
        var questions = sentences
            .Select((text, at) => (Text: text, IsLast: at == sentences.Count - 1, Before: at > 0 ? sentences[at - 1] : null))
            .Where(sentence => LooksLikeOne(sentence.Text))
            .Select(sentence => new Question(sentence.Text, sentence.Before, sentence.IsLast))
            .ToList();
        return questions.Count == 0 && mustAsk
            ? [.. sentences.Select((text, at) => new Question(text, before: null, at == sentences.Count - 1))]
            : questions;
    }

    private static bool LooksLikeOne(string text)
    {
        if (text.EndsWith('?') || Array.Exists(Requests, request => text.Contains(request, StringComparison.Ordinal)))
        {
            return true;
        }

        var words = Words.Of(text);
        var start = words.FindIndex(word => !Fillers.Contains(word));
        return start >= 0 && start + 2 < words.Count && Openers.Contains(words[start]) && IsInverted(words, start);
    }

    /// <summary>"Is that true for you?" asks what the sentence before it says.</summary>
    private static bool PointsBack(string text) =>
        text.EndsWith('?') && Words.Of(text) is var words && words.Exists(word => word is "that" or "this" or "so") && YesNo.Contains(words[0])
        && !words.Exists(word => Words.IsTelling(word) && word is not ("true" or "familiar" or "case" or "ring"));

    private static bool IsInverted(List<string> words, int start) =>
        words[start + 1] is "you" or "your" or "it" or "this" or "that" or "do" or "did" or "does" or "are" or "is" or "was" or "have" or "has" or "long"
            or "anyone" or "there" or "many" or "should" or "can" or "brings" or "would" or "i";

    private static List<string> Sentences(string reply)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var at = 0; at <= reply.Length; at++)
        {
            if (at == reply.Length || reply[at] is '.' or '?' or '!' or '\n' or '…' or ';')
            {
                var end = at < reply.Length && reply[at] == '?' ? at + 1 : at;
                var sentence = reply[start..end].Trim();
                if (sentence.Length > 1)
                {
                    sentences.Add(sentence.Length > Longest ? sentence[^Longest..] : sentence);
                }

                start = at + 1;
            }
        }

        return sentences;
    }
}
