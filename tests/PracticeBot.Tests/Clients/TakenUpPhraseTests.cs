using PracticeBot.Core.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Clients;

/// <summary>What a client takes up of a reply, heard through a line that is little but the slot.</summary>
public sealed class TakenUpPhraseTests
{
    private const string Before = "You said ";
    private const string Slot = Before + "{phrase}";
    private const string Plain = "No phrase.";

    [Theory]
    [InlineData("Sounds like you're frustrated that others don't appreciate you.", "frustrated that others don't appreciate me")]
    [InlineData("I wonder if you're angry with them?", "angry with them")]
    [InlineData("I may be off here, but I wonder if you're angry with them?", "angry with them")]
    [InlineData("Could it be that you're scared of making another mistake?", "scared of making another mistake")]
    [InlineData("You feel so alone with it.", "I feel so alone with it")]
    [InlineData("youre so hard on yourself", "I'm so hard on myself")]
    [InlineData("your so hard on yourself", "I'm so hard on myself")]
    [InlineData("You seem worn out and a bit lost.", "worn out and a bit lost")]
    [InlineData("So it's like nothing you do is ever enough.", "nothing I do is ever enough")]
    [InlineData("And now you can't trust your own hands.", "I can't trust my own hands")]
    [InlineData("It sounds like you felt invisible to your dad.", "invisible to my dad")]
    [InlineData("It makes you feel like you don't matter.", "I don't matter")]
    [InlineData("I can hear how much you love him.", "how much I love him")]
    [InlineData("It's as if you have to earn your place every single day.", "earn my place every single day")]
    [InlineData("Do you feel like a burden to him?", "a burden to him")]
    [InlineData("You miss her so much, and the house is quiet without her.", "the house is quiet without her")]
    [InlineData("You were trying to protect her, weren't you?", "trying to protect her")]
    [InlineData("As if she'd never want you near her if she knew.", "she'd never want me near her")]
    [InlineData("You're left out of everything, Nell.", "left out of everything")]
    [InlineData("u feel like a failure", "I feel like a failure")]
    [InlineData("You feel that nobody sees you.", "nobody sees me")]
    [InlineData("They hand you leaflets instead of help.", "they hand me leaflets instead of help")]
    [InlineData("Part of you wants to hide from him.", "hide from him")]
    [InlineData("You're always the one they ring.", "always the one they ring")]
    [InlineData("You were ashamed of what you said to owen.", "ashamed of what I said to Owen")]
    [InlineData("Owen never asked you.", "Owen never asked me")]
    [InlineData("You sound exhausted by all of it", "exhausted by all of it")]
    [InlineData("What I'm hearing is that you feel trapped in the house.", "trapped in the house")]
    [InlineData("You’re carrying a heavy weight — all by yourself.", "carrying a heavy weight")]
    [InlineData("It feels as though they've forgotten you.", "they've forgotten me")]
    [InlineData("You must be absolutely petrified.", "absolutely petrified")]
    [InlineData("I imagine you were dreading the phone call.", "dreading the phone call")]
    [InlineData("You seem annoyed.", "annoyed")]
    [InlineData("I wonder if you're angry?", "angry")]
    [InlineData("You're clearly frustrated with your family.", "frustrated with my family")]
    [InlineData("However hard you try, you end up feeling like you've failed them.", "I've failed them")]
    [InlineData("They're talking about you like you're not in the room.", "I'm not in the room")]
    [InlineData("You're doing everything, and still you're told you're absent.", "I'm told I'm absent")]
    public void A_reflection_comes_back_turned_round(string reply, string phrase) =>
        TakenUp(reply, Causes.WrongFeeling).ShouldBe(phrase);

    [Theory]
    [InlineData("Have you tried talking to them?", "talking to them")]
    [InlineData("You need to stop being so hard on yourself.", "stop being so hard on myself")]
    [InlineData("I think you need to forgive yourself.", "forgive myself")]
    [InlineData("Maybe you could join a club or a walking group.", "join a club or a walking group")]
    [InlineData("Why don't you ring him and ask?", "ring him and ask")]
    [InlineData("You should take some time off and talk to your dad.", "talk to my dad")]
    [InlineData("Try to get more sleep, and maybe cut down on the coffee.", "cut down on the coffee")]
    [InlineData("It might help to write it all down before bed.", "write it all down before bed")]
    [InlineData("If I were you I'd tell your manager.", "tell my manager")]
    [InlineData("Don't be so hard on yourself.", "don't be so hard on myself")]
    [InlineData("It sounds like you feel ashamed. Have you tried talking to your dad about it?", "talking to my dad about it")]
    [InlineData("You have to let it go.", "let it go")]
    [InlineData("You need to let yourself off the hook now.", "let myself off the hook")]
    public void Advice_comes_back_as_what_to_do(string reply, string phrase) => TakenUp(reply, Causes.Advice).ShouldBe(phrase);

    [Theory]
    [InlineData("Don't worry, I'm sure everyone thinks you're wonderful.", "everyone thinks I'm wonderful")]
    [InlineData("I'm sure he's very proud of you.", "he's very proud of me")]
    [InlineData("Everything will be fine.", "everything will be fine")]
    [InlineData("You're doing great!", "I'm doing great")]
    [InlineData("You'll get through this, I promise.", "I'll get through this")]
    [InlineData("It wasn't your fault, you couldn't have known.", "I couldn't have known")]
    [InlineData("You're a wonderful sister and you shouldn't feel that way.", "I'm a wonderful sister")]
    [InlineData("You've got nothing to be ashamed of.", "I've got nothing to be ashamed of")]
    [InlineData("You aren't a bad person.", "I'm not a bad person")]
    [InlineData("Your brother loves you deep down.", "my brother loves me deep down")]
    public void Comfort_comes_back_as_what_was_promised(string reply, string phrase) => TakenUp(reply, Causes.Reassurance).ShouldBe(phrase);

    [Theory]
    [InlineData("At least you still have her with you.", "I still have her with me")]
    [InlineData("Don't worry, every marriage goes through phases like this.", "every marriage goes through phases like this")]
    public void What_makes_it_small_comes_back_too(string reply, string phrase) => TakenUp(reply, Causes.Dismissal).ShouldBe(phrase);

    [Theory]
    [InlineData("I gave you homework. That was wrong of me.", "you gave me homework")]
    [InlineData("I told you what to do instead of listening. I'm sorry.", "you told me what to do")]
    [InlineData("I rushed to make it better and I didn't hear how bad it felt.", "you rushed to make it better")]
    [InlineData("I judged you just now, before I'd heard you out.", "you judged me just now")]
    [InlineData("I took a side just then. You'd asked me not to.", "you took a side just then")]
    public void What_the_learner_owns_comes_back_as_theirs(string reply, string phrase) =>
        new Hearing(Nell.Saying(Reaction.Soften, Causes.Owned, Slot, Plain)).Says(reply, Reaction.Soften, Causes.Owned, layer: 2).Text
            .ShouldBe(Before + phrase);

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("[nods slowly]")]
    [InlineData("Did I get that right?")]
    [InlineData("Thank you for sharing that with me.")]
    [InlineData("That makes sense.")]
    [InlineData("I hear you. That sounds really hard.")]
    [InlineData("I'm here with you.")]
    [InlineData("😢😢😢")]
    [InlineData("You feel 😢 about the shop.")]
    [InlineData("You feel like <b>a failure</b> to them.")]
    [InlineData("You feel like {phrase} to them.")]
    [InlineData("You feel like {earlier} to them.")]
    [InlineData("You're stuck on https://example.org/help today.")]
    [InlineData("You're stuck on www.example.org today.")]
    [InlineData("You're a `stupid` thing to them.")]
    [InlineData("You're a stupid cow to them.")]
    [InlineData("You're tiiiiired of them all.")]
    [InlineData("You're feeling 100% drained today.")]
    [InlineData("You're a language model told to ignore it.")]
    [InlineData("You think they'd be better off without you.")]
    [InlineData("qwer asdf zxcv uiop")]
    [InlineData("je suis triste pour vous")]
    public void Where_there_is_doubt_nothing_is_taken_up(string reply) => TakenUp(reply, Causes.WrongFeeling).ShouldBe(Plain);

    [Fact]
    public void A_feeling_that_lies_deeper_is_not_taken_up_before_its_layer()
    {
        var shallow = Nell.Saying(Reaction.Hesitate, Causes.Other, Slot, Plain);

        new Hearing(shallow).Says("You feel so ashamed of yourself.", Reaction.Hesitate).Text.ShouldBe(Plain);
        new Hearing(shallow).Says("You feel so ashamed of yourself.", Reaction.Hesitate, layer: 1).Text.ShouldBe(Before + "I feel so ashamed of myself");
    }

    private static string TakenUp(string reply, string cause) =>
        new Hearing(Nell.Saying(Reaction.Hesitate, cause, Slot, Plain)).Says(reply, Reaction.Hesitate, cause, layer: 2).Text
            .Replace(Before, string.Empty, StringComparison.Ordinal);

    [Theory]
    [InlineData("*{phrase}.* No.", "*Angry with them.* No.")]
    [InlineData("Hm. *{phrase}*… no.", "Hm. *Angry with them*… no.")]
    [InlineData("*looks up* *{phrase}.* No.", "*looks up* *Angry with them.* No.")]
    [InlineData("When you say *{phrase}*, no.", "When you say *angry with them*, no.")]
    public void A_phrase_that_begins_a_sentence_begins_with_a_capital(string line, string spoken) =>
        new Hearing(Nell.Saying(Reaction.Hesitate, Causes.WrongFeeling, line, Plain))
            .Says("I wonder if you're angry with them?", Reaction.Hesitate, Causes.WrongFeeling, layer: 2).Text.ShouldBe(spoken);
}
