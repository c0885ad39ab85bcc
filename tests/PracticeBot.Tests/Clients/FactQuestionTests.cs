using PracticeBot.Content;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Tests.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Clients;

/// <summary>Trainees' own questions to the shipped clients find the fact that answers them; the answer to another question is worse than none.</summary>
public sealed class FactQuestionTests
{
    private const string None = "-";

    /// <summary>Share of the questions that get what they ask for, and the number that get the answer to another one.</summary>
    private const double FewestFound = 0.98;
    private const int MostWrong = 1;

    private static readonly Asked[] Questions =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "PracticeBot.Tests", "Clients", "fact-questions.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(cells => new Asked(cells[0], cells[1], cells[2], Answer(cells[0], cells[1]))),
    ];

    [Fact]
    public void Most_questions_get_the_fact_that_they_ask_for() =>
        Questions.Count(asked => asked.Got == asked.Wants).ShouldBeGreaterThanOrEqualTo((int)(FewestFound * Questions.Length), Misses());

    [Fact]
    public void Hardly_any_gets_the_answer_to_another_question() =>
        Questions.Count(asked => asked.Got != asked.Wants && asked.Got != None).ShouldBeLessThanOrEqualTo(MostWrong, Misses());

    private static string Misses() => string.Join('\n', Questions.Where(asked => asked.Got != asked.Wants));

    /// <summary>The first way of asking of the fact that is told, at a trust that allows all of them.</summary>
    private static string Answer(string id, string question)
    {
        var persona = PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", id + PersonaReader.Extension)).Persona.ShouldNotBeNull();
        var line = new Hearing(persona).Says(question, Reaction.Answer, Causes.OpenQuestion, trust: 100);
        return persona.Facts.FirstOrDefault(fact => fact.Says.Contains(line.Templates[^1], StringComparer.Ordinal))?.Ask[0] ?? None;
    }

    private sealed record Asked(string Id, string Question, string Wants, string Got);
}
