using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Content;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Content;
using PracticeBot.Tests.Practice;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Clients;

/// <summary>Questions that share no key word with a fact are heard by what they mean; where no fact answers them, none is told.</summary>
public sealed class MeantQuestionTests(HearingClient hearing) : IClassFixture<HearingClient>
{
    private const string None = "-";

    /// <summary>Of 88 questions with an answer and 25 without; words alone find 9, and tell 2 of the 25 what they did not ask.</summary>
    private const int FewestFound = 36;
    private const int FewestUnanswered = 23;
    private const int MostWrong = 7;

    private static readonly Dictionary<string, Persona> Read = [];

    private static readonly (Persona Persona, string Question, string Wants)[] Questions =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "PracticeBot.Tests", "Clients", "meant-questions.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(cells => (Shipped(cells[0]), cells[1], cells[2])),
    ];

    [Fact]
    public async Task A_question_in_other_words_finds_its_fact_and_small_talk_finds_none()
    {
        var heard = new List<(string Question, string Wants, string Got)>();
        foreach (var (persona, question, wants) in Questions)
        {
            heard.Add((question, wants, Told(await hearing.AnswersAsync(persona, question), persona)));
        }

        var misses = string.Join('\n', heard.Where(asked => asked.Got != asked.Wants));
        heard.Count(asked => asked.Wants != None && asked.Got == asked.Wants).ShouldBeGreaterThanOrEqualTo(FewestFound, misses);
        heard.Count(asked => asked.Wants == None && asked.Got == None).ShouldBeGreaterThanOrEqualTo(FewestUnanswered, misses);
        heard.Count(asked => asked.Got != None && asked.Got != asked.Wants).ShouldBeLessThanOrEqualTo(MostWrong, misses);
    }

    [Fact]
    public void Words_alone_find_few_of_them() =>
        Questions.Count(asked => asked.Wants != None && Told(Answers(new ScriptedClient(), asked.Persona, asked.Question), asked.Persona) == asked.Wants)
            .ShouldBeLessThan(FewestFound / 2);

    [Fact]
    public async Task The_same_question_gets_the_same_answer_from_another_client_that_hears()
    {
        var other = new HearingClient();
        foreach (var (persona, question, _) in Questions.Take(30))
        {
            (await other.AnswersAsync(persona, question)).Text.ShouldBe((await hearing.AnswersAsync(persona, question)).Text);
        }
    }

    [Fact]
    public async Task Without_the_encoder_words_count_as_ever()
    {
        var source = new EncoderSource(Path.Combine(AppContext.BaseDirectory, "nowhere"));
        source.Load();
        var deaf = new ScriptedClient(source);
        foreach (var (persona, question, _) in Questions.Take(30))
        {
            await deaf.WarmAsync(persona);
            Answers(deaf, persona, question).Text.ShouldBe(Answers(new ScriptedClient(), persona, question).Text);
        }
    }

    [Fact]
    public async Task Small_talk_is_turned_down_in_her_own_way()
    {
        var maya = Shipped("maya");

        var line = await hearing.AnswersAsync(maya, "What music do you listen to?");

        maya.Lines.For(Reaction.OffTopic, Causes.Other).ShouldContain(line.Templates[0]);
        line.Discloses.ShouldBeFalse();
    }

    [Fact]
    public async Task A_learner_at_the_host_is_heard_by_what_they_mean()
    {
        using var folder = new Storage.TemporaryFolder();
        await using var host = await BotHost.StartPracticeAsync(folder);
        PersonaId.TryParse("maya", out var id).ShouldBeTrue();
        var maya = host.Services.GetRequiredService<PersonaLibrary>().Find(id)!.Persona;
        host.Services.GetRequiredService<EncoderSource>().Load();
        await host.Services.GetRequiredService<ScriptedClient>().WarmAsync(maya);

        var answers = await (await PracticeTalk.BeginAsync(host, "start maya")).SayAsync("Do you manage to switch off at night?");

        maya.Facts.First(fact => fact.Ask.Contains("sleep")).Says.ShouldContain(answers[0].Text());
    }

    private static string Told(SpokenLine line, Persona persona) =>
        persona.Facts.FirstOrDefault(fact => fact.Says.Contains(line.Templates[^1], StringComparer.Ordinal))?.Ask[0] ?? None;

    private static SpokenLine Answers(ScriptedClient client, Persona persona, string question) =>
        client.Speak(persona, Hearing.To(Reaction.Answer, Causes.OpenQuestion, trust: 100), new VoiceContext { Reply = question, Seed = 1 });

    private static Persona Shipped(string id)
    {
        if (!Read.TryGetValue(id, out var persona))
        {
            Read[id] = persona = PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", id + PersonaReader.Extension)).Persona.ShouldNotBeNull();
        }

        return persona;
    }
}
