using PracticeBot.Content;
using PracticeBot.Content.Checks;
using PracticeBot.Content.Format;
using PracticeBot.Content.Yaml;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Content;

public sealed class TendencyPackTests
{
    private static readonly string[] Severities = [Causes.Strain, Causes.Rupture, Causes.AboutToLeave];

    private static readonly string[] Pronouns = ["he", "she", "his", "her", "him", "hers", "himself", "herself"];

    public static TheoryData<Tendency> Tendencies => [.. Enum.GetValues<Tendency>()];

    /// <summary>Every reaction and cause that a client can come to, with as many lines as keep it from repeating itself.</summary>
    private static IEnumerable<(Reaction Reaction, string Cause, int Lines)> Needed(Tendency tendency)
    {
        (Reaction, string, int)[] needed =
        [
            (Reaction.Answer, Causes.Greeting, 3), (Reaction.Answer, Causes.Contracting, 2), (Reaction.Answer, Causes.Encourager, 3),
            (Reaction.Answer, Causes.OpenQuestion, 3), (Reaction.Answer, Causes.Risk, 2),
            (Reaction.Answer, Causes.Closing, 2), (Reaction.Answer, Causes.Thanks, 1), (Reaction.Answer, Causes.Unknown, 3),
            (Reaction.Answer, Causes.TooSoon, 3),
            (Reaction.Continue, Causes.Feeling, 2), (Reaction.Continue, Causes.Meaning, 2), (Reaction.Continue, Causes.Check, 3),
            (Reaction.Continue, Causes.Validation, 2), (Reaction.Continue, Causes.Affirmation, 2), (Reaction.Continue, Causes.Question, 2),
            (Reaction.Continue, Causes.Other, 7), (Reaction.Deepen, Causes.Other, 3),
            (Reaction.Correct, Causes.WrongFeeling, 2), (Reaction.Correct, Causes.WrongMeaning, 2), (Reaction.Correct, Causes.Understated, 2),
            (Reaction.Correct, Causes.Overstated, 2), (Reaction.Correct, Causes.Other, 2),
            (Reaction.Stung, Causes.Cold, 1), (Reaction.Stung, Causes.Rushed, 1), (Reaction.Stung, Causes.Other, 1),
            (Reaction.Hesitate, Causes.Advice, 3), (Reaction.Hesitate, Causes.Reassurance, 3), (Reaction.Hesitate, Causes.Dismissal, 2),
            (Reaction.Hesitate, Causes.Judgement, 2), (Reaction.Hesitate, Causes.WrongFeeling, 3), (Reaction.Hesitate, Causes.WrongMeaning, 2),
            (Reaction.Hesitate, Causes.Understated, 2), (Reaction.Hesitate, Causes.Overstated, 2), (Reaction.Hesitate, Causes.Questioning, 3),
            (Reaction.Hesitate, Causes.SelfFocus, 2), (Reaction.Hesitate, Causes.TopicShift, 2), (Reaction.Hesitate, Causes.Parroting, 2),
            (Reaction.Hesitate, Causes.FeelingList, 2), (Reaction.Hesitate, Causes.OverApology, 2), (Reaction.Hesitate, Causes.Diagnosis, 2),
            (Reaction.Hesitate, Causes.Silence, 1), (Reaction.Hesitate, Causes.Other, 3),
            (Reaction.Soften, Causes.Acknowledged, 2), (Reaction.Soften, Causes.Owned, 2), (Reaction.Soften, Causes.Reattuned, 2),
            (Reaction.Soften, Causes.Other, 2), (Reaction.Repaired, Causes.Other, 3), (Reaction.Settle, Causes.Other, 3),
            (Reaction.Unease, Causes.Other, 3), (Reaction.Exit, Causes.Other, 2), (Reaction.OutOfRole, Causes.Other, 2),
            (Reaction.OffTopic, Causes.Other, 2),
        ];
        Reaction[] shown = tendency switch
        {
            Tendency.Challenging => [Reaction.Confront],
            Tendency.Mixed => [Reaction.Confront, Reaction.Withdraw],
            _ => [Reaction.Withdraw],
        };
        return needed
            .Concat(shown.SelectMany(reaction => Severities.Select(severity => (reaction, severity, 3))))
            .Concat(Severities.Select(severity => (Reaction.Guarded, severity, 2)));
    }

    [Theory]
    [MemberData(nameof(Tendencies))]
    public void A_pack_has_words_for_every_reaction_and_cause(Tendency tendency)
    {
        var pack = TendencyPacks.Of(tendency);

        foreach (var (reaction, cause, lines) in Needed(tendency))
        {
            pack.Lines.For(reaction, cause).Count.ShouldBeGreaterThanOrEqualTo(lines, $"{reaction} {cause}");
        }
    }

    [Theory]
    [MemberData(nameof(Tendencies))]
    public void A_plain_line_stands_under_every_cause_and_slots_where_the_learners_words_belong(Tendency tendency)
    {
        var lines = TendencyPacks.Of(tendency).Lines;

        lines.All.ShouldAllBe(pair => pair.Value.Any(Slots.IsPlain));
        foreach (var (reaction, cause) in new[]
        {
            (Reaction.Continue, Causes.Other), (Reaction.Hesitate, Causes.WrongFeeling), (Reaction.Hesitate, Causes.Reassurance),
            (Reaction.Hesitate, Causes.Advice), (Reaction.Correct, Causes.Other), (Reaction.Guarded, Causes.Strain),
        })
        {
            lines.For(reaction, cause).ShouldContain(line => line.Contains("{phrase}", StringComparison.Ordinal), $"{reaction} {cause}");
        }
    }

    [Theory]
    [MemberData(nameof(Tendencies))]
    public void A_pack_has_no_finding_and_no_two_lines_alike(Tendency tendency)
    {
        var findings = new FindingList(TendencyPacks.FileOf(tendency));
        var file = TendencyPacks.Read(tendency, findings).ShouldNotBeNull();
        var asPersona = new PersonaFile { Lines = file.Lines, Facts = Unnamed(file.Facts) };
        SlotCheck.Run(asPersona, findings);
        SimilarLinesCheck.Run(asPersona, findings);

        findings.InOrder().ShouldBeEmpty(findings.InOrder().Said());
    }

    [Theory]
    [MemberData(nameof(Tendencies))]
    public void A_pack_answers_about_safety_about_being_real_and_about_the_name(Tendency tendency)
    {
        var facts = TendencyPacks.Of(tendency).Facts;

        facts.ShouldContain(fact => fact.Ask.Contains("suicidal", StringComparer.Ordinal));
        facts.Single(fact => fact.Ask.Contains("are you real", StringComparer.Ordinal)).Says.ShouldAllBe(line => line.Contains("imulated", StringComparison.Ordinal) || line.Contains("not real", StringComparison.Ordinal));
        facts.Single(fact => fact.Ask.Contains("your name", StringComparer.Ordinal)).Says.ShouldAllBe(line => line.Contains("{name}", StringComparison.Ordinal));
    }

    /// <summary>Any layer of any client may hold any feeling: a lent line that named one would give it away.</summary>
    [Theory]
    [MemberData(nameof(Tendencies))]
    public void No_line_of_a_pack_names_a_feeling(Tendency tendency)
    {
        var lines = TendencyPacks.Of(tendency).Lines.All.SelectMany(pair => pair.Value);

        lines.Where(line => Enum.GetValues<EmotionFamily>().Any(family => FeelingNames.Has(line, family))).ShouldBeEmpty();
    }

    /// <summary>One of the questions may be about suicide: being questioned too much is no answer to it.</summary>
    [Theory]
    [MemberData(nameof(Tendencies))]
    public void No_complaint_about_questions_can_be_heard_as_yes_or_no(Tendency tendency)
    {
        var lines = TendencyPacks.Of(tendency).Lines.For(Reaction.Hesitate, Causes.Questioning);

        lines.Where(line => line.Split([' ', ',', '.', '?']).Any(word => word.ToUpperInvariant() is "YES" or "NO")).ShouldBeEmpty();
    }

    /// <summary>A client of any gender says these lines: stage directions can't call the client he or she.</summary>
    [Theory]
    [MemberData(nameof(Tendencies))]
    public void Stage_directions_fit_a_client_of_any_gender(Tendency tendency)
    {
        var directions = TendencyPacks.Of(tendency).Lines.All
            .SelectMany(pair => pair.Value)
            .SelectMany(line => line.Split('*').Where((_, index) => index % 2 == 1));

        directions.Where(direction => direction.Split([' ', ',', '.']).Intersect(Pronouns, StringComparer.Ordinal).Any()).ShouldBeEmpty();
    }

    /// <summary>{name} is the packs' own slot.</summary>
    private static List<FactPart> Unnamed(IReadOnlyList<FactPart>? facts) =>
    [
        .. (facts ?? []).Select(fact => fact with
        {
            Says = [.. (fact.Says ?? []).Select(line => new Located<string>(line.Value.Replace("{name}", "Sam", StringComparison.Ordinal), line.Place))],
        }),
    ];
}
