using PracticeBot.Core.Turns;

namespace PracticeBot.Embedded.Clients;

/// <summary>How a client answers a question about her life: the fact, its second way, a reminder, or not yet.</summary>
internal static class FactAnswer
{
    /// <summary>A reminder is a few words; what was told at length is not told again.</summary>
    private const int LongestReminder = 12;

    /// <summary>The answer to what the reply asks; null where it asks for nothing that she can tell.</summary>
    public static SpokenLine? To(Scene scene, IReadOnlyList<Question> questions)
    {
        // However the question was put, the rules heard it as the one about suicide: that is what she answers.
        if (scene.Directive is { Reaction: Reaction.Answer, Cause: Causes.Risk }
            && scene.Persona.Facts.FirstOrDefault(fact => fact.Focus.Meets(Focus.Risk)) is { } safety)
        {
            return Told(scene, safety, question: null);
        }

        if (questions.Count == 0)
        {
            return null;
        }

        if (FactFinder.Find(scene.Persona.Facts, questions, scene.Ear) is not var (fact, question))
        {
            return Plainly(scene, questions.Aggregate(Focus.None, (all, one) => all | one.Focus));
        }

        return IsTooSoon(scene, fact, question) ? NotYet(scene) : Told(scene, fact, question);
    }

    /// <summary>What every client answers, though no fact says it.</summary>
    private static SpokenLine? Plainly(Scene scene, Focus focus)
    {
        var own = focus.Meets(Focus.Risk) ? scene.Persona.Lines(null, Reaction.Answer, Causes.Risk) : [];
        if (LineChoice.Among(scene, own) is { } line)
        {
            return Line(line.Text, [line.Line.Template]);
        }

        return LastResort.Answer(focus, scene.Persona.Persona) is { } plain && !scene.IsSpoken(plain) ? Line(plain, [plain]) : null;
    }

    public static SpokenLine? NotYet(Scene scene)
    {
        if (scene.Directive.Reaction != Reaction.Answer || scene.Directive.Cause is Causes.Greeting or Causes.Contracting)
        {
            return null;
        }

        var tooSoon = scene.Directive with { Cause = Causes.TooSoon };
        var choice = LineChoice.Choose(scene.With(tooSoon), [Causes.TooSoon]);
        return Line(choice.Text, [choice.Line.Template]);
    }

    private static SpokenLine? Told(Scene scene, PreparedFact fact, Question? question)
    {
        var says = fact.Fact.Says;
        var ways = says.Select(way => new PreparedLine(way, layer: null)).Where(way => !scene.IsSpoken(way.Template)).ToList();
        if (ways.Count > 0)
        {
            var open = ways.FindAll(way => !scene.Persona.Hidden.AreIn(way.Sequence, scene.Layer));
            var way = (open.Count > 0 ? open : ways).MaxBy(way => Near(way, question))!;
            return Line(way.Template, [way.Template]);
        }

        var reminders = says
            .Select(FirstSentence)
            .Where(sentence => SpokenText.Length(sentence) is > 0 and <= LongestReminder)
            .SelectMany(sentence => LastResort.ToldLeads.Select(lead => $"{lead} {sentence}"))
            .ToList();
        if (reminders.Count > 0 && !reminders.Exists(scene.IsSpoken))
        {
            var reminder = reminders.MinBy(scene.Chance.Of)!;
            return Line(reminder, [reminder]);
        }

        // About safety, and about being simulated, she never falls back on lines that are not hers.
        return fact.Focus.Meets(Focus.Risk | Focus.Real) && LineChoice.Among(scene, says.Select(way => new PreparedLine(way, layer: null))) is { } again
            ? Line(again.Text, [again.Line.Template])
            : null;
    }

    /// <summary>Of several ways, the one that speaks of what was asked after; the first where all do alike.</summary>
    private static int Near(PreparedLine way, Question? question) =>
        question?.Content.Where(Words.IsTelling).Count(word => way.Concepts.Contains(Words.Concept(word))) ?? 0;

    /// <summary>Trust keeps tender facts back; what is everyday or a matter of safety is told at any trust.</summary>
    private static bool IsTooSoon(Scene scene, PreparedFact fact, Question question) =>
        fact.Fact.TrustAboveStart > 0
        && scene.Persona.Persona.StartTrust + fact.Fact.TrustAboveStart > scene.Directive.Trust
        && !(fact.Focus & question.Focus).Meets(Focus.Risk | Focus.Real);

    private static string FirstSentence(string way)
    {
        var spoken = SpokenText.Of(way);
        var end = spoken.IndexOfAny(['.', '!', '?', '…']);
        return end < 0 ? spoken : spoken[..(end + 1)];
    }

    private static SpokenLine Line(string text, IReadOnlyList<string> templates) => new(text, templates, Discloses: false, SpokenText.Asks(text));
}
