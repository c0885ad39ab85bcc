using PracticeBot.Content;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Clients;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Reading;
using PracticeBot.Tests.Judging;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Reading;

/// <summary>A word shared with the client is no reflection: plain questions ask, and what helpers say of themselves is theirs.</summary>
public sealed class OfferTests
{
    [Theory]
    [InlineData("rosa", "Did you ring the hospital to ask?")]
    [InlineData("rosa", "Does your son know?")]
    [InlineData("tariq", "Do you work a lot of nights?")]
    [InlineData("grace", "Is your mother awake at night?")]
    [InlineData("maya", "Is that how you see it?")]
    [InlineData("henrik", "Did I get that right?")]
    [InlineData("henrik", "Does she love you?")]
    [InlineData("tariq", "What do you want me to know?")]
    public void A_plain_question_or_a_bare_check_is_answered(string client, string reply) => Judge(client, reply).ShouldBe(Verdict.Neutral);

    [Theory]
    [InlineData("grace", "Honestly? Not much. I've never done a night of it.")]
    [InlineData("grace", "I don't know what it's like, and I'd like to learn from you.")]
    [InlineData("tariq", "I've not read anything about you.")]
    [InlineData("rosa", "I'm here, and I'm not in a hurry.")]
    public void What_a_helper_says_of_themselves_meets_nothing_and_costs_nothing(string client, string reply) => Judge(client, reply).ShouldBe(Verdict.Neutral);

    [Theory]
    [InlineData("maya", "Do you feel you're letting people down?")]
    [InlineData("maya", "Is it that you can't get it right, whatever you try?")]
    public void A_question_after_what_is_felt_still_gives_it_back(string client, string reply) =>
        Judge(client, reply).ShouldBeOneOf(Verdict.Partial, Verdict.Attuned);

    [Theory]
    [InlineData("maya", "That sounds really tough. I'm sorry you've had all that to deal with.")]
    [InlineData("tariq", "That must be so hard, mate. You're going through such a lot.")]
    [InlineData("grace", "I'm so sorry you're having to deal with all of that.")]
    [InlineData("henrik", "That sounds like such a difficult time.")]
    public void Sympathy_that_would_fit_anyone_is_kind_and_lands_nothing(string client, string reply) => Judge(client, reply).ShouldBe(Verdict.Neutral);

    [Theory]
    [InlineData("maya", "They never say thank you, and it must make your blood boil.")]
    [InlineData("rosa", "You're on cloud nine about the letter.")]
    public void An_image_of_a_temper_that_the_client_does_not_hold_misses(string client, string reply) => Judge(client, reply).ShouldBe(Verdict.Missed);

    [Fact]
    public void A_bright_thing_is_no_feeling_of_the_clients() =>
        Judge("rosa", "So even happy news doesn't reach you while you wait.").ShouldNotBe(Verdict.Missed);

    [Theory]
    [InlineData("maya", "asdfgh")]
    [InlineData("rosa", "feedbak off")]
    public void What_is_no_sentence_meets_nothing(string client, string reply) =>
        Decide(client, reply, JudgedCases.Joined).Verdict.ShouldNotBeOneOf(Verdict.Partial, Verdict.Attuned);

    /// <summary>One word cannot be the feeling and the meaning both.</summary>
    [Fact]
    public void A_bare_label_of_the_feeling_is_no_full_reflection() => Decide("walter", "It sounds like you're fed up.").Level.ShouldBe(4);

    private static Verdict Judge(string client, string reply) => Decide(client, reply).Verdict;

    private static Decision Decide(string client, string reply, EmbeddedAssessor? assessor = null)
    {
        var persona = PersonaReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "personas", $"{client}.yaml")).Persona!;
        var state = ClientState.Fresh(persona);
        Layer moment = persona.Layers[0];
        var result = (assessor ?? JudgedCases.Rules).Assess(new ReplyInContext
        {
            Persona = persona, Moment = moment, ClientLine = moment.Says[0], Reply = reply, Distress = state.Distress,
        });
        return TurnDecider.Decide(persona, state, result);
    }
}
