using System.Globalization;
using PracticeBot.Content;
using PracticeBot.Core.Skills;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading;
using PracticeBot.Turns;

namespace PracticeBot.Benchmarks.Learners;

/// <summary>The three policies side by side, as a table.</summary>
internal static class LearnersReport
{
    private const int Sessions = 200;

    public static void Print(string modelFolder)
    {
        var encoder = new EncoderSource(modelFolder);
        var judge = new JudgeSource(encoder);
        judge.Load();
        var learners = new SimulatedLearners(TurnPipeline.Embedded(new EmbeddedAssessor(judge), new ScriptedClient()), Shipped(BuiltProgram.Root));
        Print([.. LearnerPolicy.All.Select(policy => learners.Run(policy, Sessions, seed: 1))]);
    }

    private static List<PracticeBot.Core.Personas.Persona> Shipped(string root) =>
    [
        .. ShippedPersonas.Ids.Order(StringComparer.Ordinal).Select(id => PersonaReader.ReadFile(Path.Combine(root, "personas", id + PersonaReader.Extension)).Persona
            ?? throw new InvalidOperationException($"The persona {id} can't be read.")),
    ];

    private static void Print(IReadOnlyList<PolicyResult> results)
    {
        Row("", results.Select(result => result.Policy));
        Row("---", results.Select(_ => "---"));
        Row("sessions", results.Select(result => result.Sessions.ToString(CultureInfo.InvariantCulture)));
        foreach (var skill in Enum.GetValues<Skill>())
        {
            Row(skill.ToString(), results.Select(result => result.Skills.TryGetValue(skill, out var mean) ? Number(mean, "+0.00;-0.00;0.00") : "not seen"));
        }

        Row("layers reached", results.Select(result => Number(result.Depth, "0 %")));
        Row("talks that reach the core", results.Select(result => Number(result.AtCore, "0 %")));
        Row("ruptures a talk", results.Select(result => Number(result.Ruptures, "0.00")));
        Row("repairs a rupture", results.Select(result => Number(result.Repairs, "0.00")));
        Row("talks that the client ends", results.Select(result => Number(result.Left, "0 %")));
    }

    private static void Row(string title, IEnumerable<string> cells) => Console.WriteLine($"| {title} | {string.Join(" | ", cells)} |");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
