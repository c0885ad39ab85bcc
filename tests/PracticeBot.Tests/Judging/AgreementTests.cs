using PracticeBot.Core.Assessments;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Judging;

/// <summary>How often the embedded assessor gives the verdict that two readers gave, from a fresh state at the moment.</summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    /// <summary>The rules were never tuned on these clients.</summary>
    private static readonly string[] HeldOut = ["walter", "minh", "nadia"];

    /// <summary>At least so many of the tuned clients' cases.</summary>
    private const double OnTheTuned = 0.70;

    /// <summary>At least so many of the others'.</summary>
    private const double OnTheHeldOut = 0.50;

    [Fact]
    public void Most_verdicts_on_the_five_tuned_clients_are_the_readers() => Agreement(tuned: true).ShouldBeGreaterThanOrEqualTo(OnTheTuned);

    [Fact]
    public void And_on_the_three_that_were_held_out() => Agreement(tuned: false).ShouldBeGreaterThanOrEqualTo(OnTheHeldOut);

    [Fact]
    public void Nothing_that_readers_call_attuned_is_called_harmful_nor_the_other_way_round()
    {
        var swapped = JudgedCase.Agreed
            .Where(judged => !HeldOut.Contains(judged.Persona))
            .Where(judged => (judged.Verdict, judged.Judge(judged.Reply)) is ("attuned", Verdict.Harmful) or ("harmful", Verdict.Attuned))
            .Select(judged => judged.Id);
        swapped.ShouldBeEmpty();
    }

    [Fact]
    public void Typos_lower_case_and_missing_apostrophes_do_not_move_a_verdict()
    {
        var all = JudgedCase.Agreed;
        var moved = all.Where(judged => judged.Judge(Careless.Write(judged.Reply)) != judged.Judge(judged.Reply)).Select(judged => judged.Id).ToList();
        output.WriteLine($"moved by carelessness: {string.Join(", ", moved)}");
        (1 - ((double)moved.Count / all.Count)).ShouldBeGreaterThanOrEqualTo(0.98);
    }

    private double Agreement(bool tuned)
    {
        var cases = JudgedCase.Agreed.Where(judged => HeldOut.Contains(judged.Persona) != tuned).ToList();
        var given = cases.Select(judged => (judged, verdict: judged.Judge(judged.Reply).Code())).ToList();
        var same = given.Count(pair => pair.verdict == pair.judged.Verdict);
        foreach (var client in given.GroupBy(pair => pair.judged.Persona))
        {
            output.WriteLine($"{client.Key}: {client.Count(pair => pair.verdict == pair.judged.Verdict)} of {client.Count()}");
        }

        if (tuned)
        {
            foreach (var (judged, verdict) in given.Where(pair => pair.verdict != pair.judged.Verdict))
            {
                output.WriteLine($"{judged.Id}: {verdict}, readers say {judged.Verdict}. {judged.Reply}");
            }
        }

        output.WriteLine($"agreement {same} of {cases.Count}");
        return (double)same / cases.Count;
    }
}
