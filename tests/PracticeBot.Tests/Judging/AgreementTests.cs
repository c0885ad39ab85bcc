using PracticeBot.Core.Assessments;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Judging;

/// <summary>How often the embedded assessor and the rules come to the verdict that a reader of the rubric gave.</summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private const double OnTunedClients = 0.9;
    private const double OnHeldOutClients = 0.6;
    private const double OnNewWords = 0.3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_verdict_agrees_on_the_clients_that_the_rules_were_tuned_on(bool withModels) =>
        Agreement(JudgedCases.Of(JudgedCases.Tuned), withModels).ShouldBeGreaterThanOrEqualTo(OnTunedClients);

    /// <summary>The threshold was chosen by one measurement, after the rules were written; nobody who writes rules reads these cases.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_verdict_agrees_on_clients_whose_cases_were_held_out(bool withModels) =>
        Agreement(JudgedCases.Of(JudgedCases.HeldOut), withModels).ShouldBeGreaterThanOrEqualTo(OnHeldOutClients);

    /// <summary>What no list of phrases holds: the models were fitted to the tuned clients' replies and help there.</summary>
    [Fact]
    public void The_models_help_where_the_words_are_new()
    {
        var rules = Agreement(JudgedCases.Paraphrases(JudgedCases.Tuned), withModels: false);
        Agreement(JudgedCases.Paraphrases(JudgedCases.Tuned), withModels: true).ShouldBeGreaterThan(rules);
    }

    /// <summary>On clients whose replies nobody read they help no more than they harm; the floor keeps a change from making it worse unseen.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void New_words_to_clients_held_out_are_hard(bool withModels) =>
        Agreement(JudgedCases.Paraphrases(JudgedCases.HeldOut), withModels).ShouldBeGreaterThanOrEqualTo(OnNewWords);

    private double Agreement(IEnumerable<JudgedCase> judgedCases, bool withModels)
    {
        var assessor = withModels ? JudgedCases.Joined : JudgedCases.Rules;
        var cases = judgedCases.Select(judged => (Case: judged, Decision: judged.Judge(judged.Reply, assessor))).ToList();
        cases.ShouldNotBeEmpty();
        foreach (var client in cases.GroupBy(pair => pair.Case.Persona.Id.Value, StringComparer.Ordinal))
        {
            output.WriteLine($"{client.Key}: {client.Count(Agrees)} of {client.Count()}");
        }

        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            var given = cases.Where(pair => pair.Case.Verdict == verdict).ToList();
            var found = string.Join(", ", given.GroupBy(pair => pair.Decision.Verdict).Select(group => $"{group.Key} {group.Count()}"));
            output.WriteLine($"judged {verdict} {given.Count}: {found}");
        }

        var levelled = cases.Where(pair => pair.Case.Level is not null && pair.Decision.Level is not null).ToList();
        output.WriteLine($"level within one: {levelled.Count(pair => Math.Abs(pair.Case.Level!.Value - pair.Decision.Level!.Value) <= 1)} of {levelled.Count}");
        var agreement = cases.Count(Agrees) / (double)cases.Count;
        output.WriteLine($"agreement {agreement:P1}, kappa {Kappa(cases.ConvertAll(pair => (pair.Case.Verdict, pair.Decision.Verdict))):0.00}");
        return agreement;
    }

    private static bool Agrees((JudgedCase Case, Core.Turns.Decision Decision) pair) => pair.Case.Verdict == pair.Decision.Verdict;

    /// <summary>Agreement beyond chance (Cohen).</summary>
    private static double Kappa(List<(Verdict One, Verdict Other)> pairs)
    {
        double all = pairs.Count;
        var seen = pairs.Count(pair => pair.One == pair.Other) / all;
        var chance = Enum.GetValues<Verdict>().Sum(verdict =>
            pairs.Count(pair => pair.One == verdict) / all * (pairs.Count(pair => pair.Other == verdict) / all));
        return (seen - chance) / (1 - chance);
    }
}
