using PracticeBot.Content;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Clients.Guarding;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Tests.Content;
using PracticeBot.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Clients.Guarding;

/// <summary>What a model might say for a client, and whether a learner may see it.</summary>
public sealed class LineGuardTests
{
    private static readonly Lazy<LineGuard> Guard = new(() =>
    {
        var encoder = new EncoderSource(EncoderFolder.Path);
        encoder.Load();
        return new LineGuard(encoder);
    });

    private static readonly Persona Maya = Shipped("maya");
    private static readonly Persona Tariq = Shipped("tariq");
    private static readonly Persona Rosa = Shipped("rosa");

    [Theory]
    [InlineData("As an AI, I can't feel that.")]
    [InlineData("I'm a language model, so I don't really have a sister.")]
    [InlineData("As your client in this exercise I would say yes.")]
    [InlineData("My instructions say that I have to hold back.")]
    [InlineData("How can I help you today?")]
    [InlineData("I'm sorry, but I can't assist with that.")]
    [InlineData("You deserve full marks for that one.")]
    [InlineData("Let's stay in character, shall we.")]
    [InlineData("Client: I don't know what to say.")]
    [InlineData("The learner has found my core message.")]
    [InlineData("I am Qwen, made by Alibaba.")]
    [InlineData("Thanks, ChatGPT.")]
    [InlineData("As an assistant I cannot say that.")]
    [InlineData("The instructions say that I hide five things.")]
    public void Nobody_steps_out_of_the_role_unasked(string sentence) => Fault(sentence).ShouldBe(LineFault.OutOfRole);

    [Theory]
    [InlineData("You should try asking me an open question.")]
    [InlineData("Have you considered reflecting my feeling back?")]
    [InlineData("My advice would be to slow down.")]
    [InlineData("I'd suggest a softer tone.")]
    [InlineData("A good counsellor would wait here.")]
    [InlineData("It's important to remember that everyone is different.")]
    public void A_client_does_not_teach_the_helper(string sentence) => Fault(sentence).ShouldBe(LineFault.GivesAdvice);

    [Theory]
    [InlineData("Exactly, you've put it so well.")]
    [InlineData("Yes, that's it.")]
    [InlineData("You really understand me.")]
    [InlineData("That helps, honestly.")]
    [InlineData("I feel so heard right now.")]
    [InlineData("Thank you for understanding.")]
    public void A_reply_that_missed_is_not_praised(string sentence)
    {
        Fault(sentence, Reaction.Hesitate).ShouldBe(LineFault.PraisesAMiss);
        Fault(sentence, Reaction.Continue).ShouldBeNull();
    }

    [Theory]
    [InlineData("No, you're right, it's nothing.")]
    [InlineData("Yes, that's it, thank you, you understand.")]
    public void Who_appeases_may_hide_behind_agreement(string sentence) => Fault(sentence, Reaction.Withdraw, Rosa).ShouldBeNull();

    [Theory]
    [InlineData("You don't get it.")]
    [InlineData("That's not exactly what I said.")]
    [InlineData("I don't think you understand what it's like.")]
    [InlineData("Is that it?")]
    public void To_deny_it_is_no_praise(string sentence) => Fault(sentence, Reaction.Confront, Tariq).ShouldBeNull();

    [Theory]
    [InlineData("- one thing\n- another thing")]
    [InlineData("**Really** tired.")]
    [InlineData("I'm fine 😊")]
    [InlineData("See https://example.test for more.")]
    [InlineData("I keep thinking of {phrase}.")]
    [InlineData("*looks down")]
    [InlineData("It is ‮enif‬.")]
    [InlineData("<b>no</b>")]
    [InlineData("[sighs] I don't know.")]
    [InlineData("It was the i.n.s.u.l.i.n, I suppose.")]
    [InlineData("I-N-S-U-L-I-N")]
    [InlineData("It was the іnѕulіn.")]
    public void What_nobody_says_is_not_said(string sentence) => Fault(sentence).ShouldBe(LineFault.NotSpeech);

    [Theory]
    [InlineData("*thinks of the insulin, of the forty units and of Bev who took the blame*")]
    [InlineData("It was about forty units, not four, in the syringe.")]
    public void A_later_moment_is_not_told_by_a_gesture_either(string sentence) => Fault(sentence).ShouldBe(LineFault.LaterMoment);

    [Fact]
    public void Nobody_is_put_in_danger_whom_the_author_did_not() => Fault("I'm going to kill myself tonight.").ShouldBe(LineFault.InventsRisk);

    [Fact]
    public void The_same_gesture_is_made_once() =>
        Guard.Value.Check("*rubs her eyes*", Line(Maya, Reaction.Continue) with { Released = "*rubs her eyes*" }).ShouldBe(LineFault.Repeats);

    [Fact]
    public void Another_language_is_not_the_talks() =>
        Fault("Ich weiß auch nicht, was ich dazu noch sagen soll, wirklich nicht.").ShouldBe(LineFault.AnotherLanguage);

    [Fact]
    public void What_was_said_is_not_said_again()
    {
        var line = Line(Maya, Reaction.Continue) with
        {
            EarlierLines = ["I iron his shirts at midnight, and nobody asked me to."], Reply = "So you iron the shirts in the middle of the night for him.",
        };

        Guard.Value.Check("I iron his shirts at midnight, and nobody asked.", line).ShouldBe(LineFault.Repeats);
        Guard.Value.Check("So you iron the shirts in the middle of the night for him.", line).ShouldBe(LineFault.Repeats);
        Guard.Value.Check("The shirts, yes, at midnight.", line).ShouldBeNull();
    }

    [Fact]
    public void A_line_ends_where_this_clients_lines_do()
    {
        var line = Line(Maya, Reaction.Continue) with { Released = string.Join(' ', Enumerable.Range(0, 90).Select(number => $"word{number}")) };

        Guard.Value.Check("And one more thing about it.", line).ShouldBe(LineFault.TooLong);
    }

    [Fact]
    public void A_feeling_of_a_later_moment_is_not_named_before_unless_the_learner_did()
    {
        const string named = "I feel worthless, if I'm honest.";
        var later = Tariq.Layers.ToList().FindIndex(layer => layer.Feels.Primary == EmotionFamily.Worthlessness);

        Fault(named, Reaction.Continue, Tariq).ShouldBe(LineFault.HiddenFeeling);
        Guard.Value.Check(named, Line(Tariq, Reaction.Continue) with { Reply = "Do you feel worthless?" }).ShouldBeNull();
        Guard.Value.Check(named, Line(Tariq, Reaction.Deepen, later)).ShouldBeNull();
        Guard.Value.Check(named, Line(Tariq, Reaction.Hesitate, later)).ShouldBe(LineFault.HiddenFeeling);
    }

    [Theory]
    [InlineData("People like that feel worthless, I suppose.")]
    [InlineData("He made everyone feel worthless.")]
    public void What_others_feel_gives_nothing_away(string sentence) => Fault(sentence, Reaction.Continue, Tariq).ShouldBeNull();

    /// <summary>Everyday things that a client might add by the way, at the first moment of each.</summary>
    public static TheoryData<string, string> Harmless => new MatrixTheoryData<string, string>(
        ["maya", "tariq", "rosa"],
        [
            "*looks at the window*", "I don't know.", "Mm.", "It's been a long week.", "Sorry, I lost my thread there.", "I had toast for dinner, standing up.",
            "The bus was late again this morning.", "I keep looking at the clock in here.", "It's hard to put into words.", "Can I have a minute?",
            "I nearly didn't come today.", "That came out wrong.", "I slept about four hours.", "There's always something, isn't there.", "My phone's been going all day.",
            "I don't usually talk about this.", "Yeah. Something like that.", "It sounds small when I say it out loud.", "I suppose so.", "You'd think it would get easier.",
            "I made a list yesterday and lost it.", "The heating's off again at home.", "I walked round the block before I rang.", "It's quieter than I thought it'd be, this room.",
        ]);

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Small_things_of_everyday_life_may_be_said(string client, string sentence) => Fault(sentence, Reaction.Continue, Shipped(client)).ShouldBeNull();

    private static LineFault? Fault(string sentence, Reaction reaction = Reaction.Continue, Persona? persona = null) =>
        Guard.Value.Check(sentence, Line(persona ?? Maya, reaction));

    private static GuardedLine Line(Persona persona, Reaction reaction, int layer = 0) => new()
    {
        Persona = persona,
        Directive = new Directive { Reaction = reaction, Layer = layer, Trust = persona.StartTrust, Distress = persona.StartDistress },
        Guide = "Mm.",
    };

    private static Persona Shipped(string id) =>
        PersonaReader.ReadFile(Path.Combine(Repository.Root, "personas", id + PersonaReader.Extension)).Persona.ShouldNotBeNull();
}
