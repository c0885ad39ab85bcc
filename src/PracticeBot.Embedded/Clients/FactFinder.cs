namespace PracticeBot.Embedded.Clients;

/// <summary>Finds the piece of the client's life that a question asks for.</summary>
internal static class FactFinder
{
    /// <summary>Less than this is no real match: better no answer than the answer to another question.</summary>
    private const double Enough = 0.62;

    /// <summary>How much of a score stands however little of the question the fact covers, by what the match rests on.</summary>
    private const double UncoveredWords = 0.45;
    private const double UncoveredFocus = 0.75;

    /// <summary>A question that is known to be after one thing is rarely answered by another.</summary>
    private const double OtherFocus = 0.8;

    /// <summary>In a question of more words a single one may stand in passing.</summary>
    private const int LongQuestion = 12;

    /// <summary>A question that the fact covers this far asks for nothing else.</summary>
    private const double MostlyCovered = 0.9;

    /// <summary>A yes-or-no question that only touches on a fact's words asks for something else.</summary>
    private const double Touched = 0.7;

    /// <summary>What asks for a reason, a time or a person is seldom answered by a fact that is asked for otherwise.</summary>
    private const double OtherReason = 0.55;
    private const double OtherKind = 0.5;

    /// <summary>Who somebody is does not tell what they want.</summary>
    private const double OtherMind = 0.45;

    /// <summary>The question's telling words are the fact's, one of them at least in a way of asking for it.</summary>
    private const double SameWords = 0.78;

    /// <summary>A phrase of the fact's that asks for it, found whole.</summary>
    private const double WholeAsk = 1.1;

    private const Focus Plain = Focus.Risk | Focus.Real | Focus.Name;

    /// <summary>From here on the words leave no doubt.</summary>
    private const double Sure = 1;

    /// <summary>Words that are not sure give way where the question sounds this much like another one that no fact answers.</summary>
    private const double Doubtful = 0.15;

    /// <summary>The best match, the later question where two are equal; null where nothing really fits.</summary>
    /// <param name="facts">Of the client.</param>
    /// <param name="questions">Of the reply.</param>
    /// <param name="ear">Hears what the words leave open; null where only words count.</param>
    public static (PreparedFact Fact, Question Question)? Find(IReadOnlyList<PreparedFact> facts, IReadOnlyList<Question> questions, Ear? ear)
    {
        var (byWords, score) = ByWords(facts, questions);
        if (ear is null || score >= Sure)
        {
            return byWords;
        }

        if (byWords is var (_, asked))
        {
            return ear.Hear(asked) is { IsOffHerLife: true } other && other.Beside - other.Near >= Doubtful ? null : byWords;
        }

        (PreparedFact, Question)? best = null;
        var most = 0.0;
        foreach (var question in questions.Where(IsOfHerLife))
        {
            if (ear.Hear(question) is { IsSure: true } heard && heard.Near >= most)
            {
                (best, most) = ((heard.Fact, question), heard.Near);
            }
        }

        return best;
    }

    /// <summary>What somebody else thinks, and how something feels, no fact tells.</summary>
    private static bool IsOfHerLife(Question question) =>
        !question.IsOfAnothersMind && !question.Focus.Meets(Focus.Feeling) && !QuestionFocus.IsOfLeisure(question.Text);

    private static ((PreparedFact Fact, Question Question)? Found, double Score) ByWords(
        IReadOnlyList<PreparedFact> facts, IReadOnlyList<Question> questions)
    {
        (PreparedFact, Question)? best = null;
        var most = Enough;
        foreach (var question in questions)
        {
            foreach (var fact in facts)
            {
                var score = Score(fact, question);
                if (score >= most && (score > most || best is null || best.Value.Item2 != question))
                {
                    (best, most) = ((fact, question), score);
                }
            }
        }

        return (best, best is null ? 0 : most);
    }

    private static double Score(PreparedFact fact, Question question)
    {
        var shared = fact.Focus & question.Focus;
        if ((question.Focus.Meets(Plain) && shared == Focus.None) || (fact.Focus.Meets(Focus.Work) && QuestionFocus.IsOfLeisure(question.Text)))
        {
            return 0;
        }

        var asked = Math.Max(fact.Asks.Select(ask => Asked(ask, question)).DefaultIfEmpty().Max(), Shared(fact, question));
        var focused = shared.Meets(Plain) ? 1.5 : shared != Focus.None ? 0.9 : 0;
        var isOfFeeling = question.Focus.Meets(Focus.Feeling) && !shared.Meets(Plain | Focus.Since | Focus.Body);
        if (isOfFeeling && asked < WholeAsk)
        {
            return 0;
        }

        var match = Math.Max(asked, focused) + (asked > 0 && focused > 0 ? 0.15 : 0);

        if (shared.Meets(Plain))
        {
            return match;
        }

        var uncovered = focused > 0 ? UncoveredFocus : UncoveredWords;
        var coverage = Coverage(fact, question);
        var doubt = focused > 0 || asked >= WholeAsk || coverage > MostlyCovered ? 1 : question.IsYesNo ? Touched : question.Focus != Focus.None ? OtherFocus : 1;
        doubt *= asked < WholeAsk && question.IsOfAnothersMind ? OtherMind : 1;
        doubt *= question.IsOfTelling && !fact.IsOfTelling ? OtherKind : 1;
        doubt *= asked < WholeAsk && !shared.Meets(Focus.Wants) ? OfKind(fact, question) : 1;
        var since = fact.Focus == Focus.Since && shared == Focus.None && !question.Content.Any(word => fact.AskedFor.Contains(Words.Concept(word))) ? Touched : 1;
        return match * doubt * since * (uncovered + ((1 - uncovered) * coverage));
    }

    private static double OfKind(PreparedFact fact, Question question) => question.Kind switch
    {
        QuestionKind.Any => 1,
        QuestionKind.Who when (fact.Focus & question.Focus).Meets(Focus.People | Focus.Tried) => 1,
        QuestionKind.Where when fact.Focus.Meets(Focus.Home | Focus.Work) => 1,
        QuestionKind.When when fact.Focus.Meets(Focus.Since) && question.Focus.Meets(Focus.Since) => 1,
        var kind when fact.Kinds.Contains(kind) => 1,
        QuestionKind.Why => OtherReason,
        _ => OtherKind,
    };

    /// <summary>Two or more telling words, all of which the fact speaks of.</summary>
    private static double Shared(PreparedFact fact, Question question)
    {
        var telling = question.Content.Where(Words.IsTelling).Select(Words.Concept).ToArray();
        return telling.Length > 1 && telling.All(fact.About.Contains) && telling.Any(fact.AskedFor.Contains) ? SameWords : 0;
    }

    private static double Asked(PreparedFact.Ask ask, Question question)
    {
        // "She calls you that" is not "what shall I call you".
        if (ask.Focus == Focus.Name && !question.Focus.Meets(Focus.Name))
        {
            return 0;
        }

        var specific = 0.05 * Math.Min(3, ask.Content.Count);
        if (Phrases.IsIn(ask.Sequence, question.Sequence))
        {
            var isPassing = ask.Sequence.Count == 1 && question.Sequence.Count > LongQuestion;
            return isPassing ? 0.6 : (ask.Sequence.Count > 2 ? WholeAsk : 1) + specific;
        }

        if ((ask.Sequence.Count > 2 || ask.Content.Count > 1) && Phrases.IsIn(ask.Sequence, question.Sequence, gap: ask.IsTelling ? 2 : 1))
        {
            return 0.9 + specific;
        }

        // "Your own health" asks for "your health".
        if (ask.Sequence is ["your", _] && Phrases.IsIn(ask.Sequence, question.Sequence, gap: 1))
        {
            return 0.9 + specific;
        }

        var isThere = ask.IsTelling && ask.Content.All(concept => question.Sequence.Contains(concept, StringComparer.Ordinal));
        return !isThere ? 0 : ask.Content.Count > 1 ? 0.8 + specific : 0.6;
    }

    /// <summary>How much of what the question speaks of the fact speaks of too, 0 to 1.</summary>
    private static double Coverage(PreparedFact fact, Question question)
    {
        var all = 0.0;
        var covered = 0.0;
        foreach (var word in question.Content)
        {
            var weight = !Words.IsGeneric(word) ? 1 : question.IsYesNo ? 0.5 : 0.15;
            all += weight;
            var concept = Words.Concept(word);
            var isIn = Words.IsGeneric(word) ? fact.Asks.Any(ask => ask.Content.Contains(concept)) : fact.About.Contains(concept);
            covered += isIn ? weight : 0;
        }

        return all <= 0 ? 1 : covered / all;
    }
}
