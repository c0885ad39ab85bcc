using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;

namespace PracticeBot.Tests.Clients;

/// <summary>A small client with three layers: anger over shame over grief.</summary>
internal static class Nell
{
    public const double StartTrust = 45;

    public static Persona Whole { get; } = new()
    {
        Id = PersonaId.TryParse("nell", out var id) ? id : throw new InvalidOperationException(),
        Name = "Nell",
        About = new About(41, "she/her", "A baker whose brother sold the shop."),
        Tendency = Tendency.Guarded,
        StartTrust = StartTrust,
        Voice = "Plain. Her brother is Owen.",
        Layers =
        [
            new Layer
            {
                Id = "m1",
                Says = ["Owen sold the shop and told me by text.", "My brother sold the bakery. I got a text."],
                Feels = new FeltEmotion(EmotionFamily.Anger, new Intensity(4), [EmotionFamily.Betrayal]),
                Meaning = "He decided without me.",
                MeaningWords = ["without asking you", "behind your back"],
                Cues = ["*wipes her hands on her coat*"],
                Lines = Book(
                    (Reaction.Continue, Causes.Feeling, ["It's in my jaw. I ground a loaf tin flat."]),
                    (Reaction.Continue, Causes.Meaning, ["Thirty years of four in the morning, and I got a text."]),
                    (Reaction.Continue, Causes.Question, ["The text had a thumbs up in it."]),
                    (Reaction.Continue, Causes.Other, ["The ovens were still warm.", "I was ashamed to open the door that day."]),
                    (Reaction.Deepen, Causes.Other, ["*sits down* There's what I said back."]),
                    (Reaction.Correct, Causes.WrongFeeling, ["No. I could have thrown the phone."]),
                    (Reaction.Answer, Causes.OpenQuestion, ["I read it four times, with flour on the screen."]),
                    (Reaction.Answer, Causes.Other, ["He kept the sign. I saw it in his garage."])),
            },
            new Layer
            {
                Id = "m2",
                Says = ["I called him a thief in front of his girls. *looks away* They were in their school shirts."],
                Feels = new FeltEmotion(EmotionFamily.Shame, new Intensity(4), [EmotionFamily.Regret]),
                Meaning = "I am not fit to be near them.",
                MeaningWords = ["not fit to", "in front of the girls"],
                TrustAboveStart = 10,
                Lines = Book(
                    (Reaction.Continue, Causes.Feeling, ["I can't go past the school now."]),
                    (Reaction.Continue, Causes.Other, ["The little one asked what a thief was.", "{earlier}… and that's nothing to this."]),
                    (Reaction.Deepen, Causes.Other, ["*quietly* It isn't the shop at all."])),
            },
            new Layer
            {
                Id = "m3",
                Says = ["It was Mum's. Her apron's still on the hook."],
                Feels = new FeltEmotion(EmotionFamily.Grief, new Intensity(5), [EmotionFamily.Longing]),
                Meaning = "The shop was the last of her.",
                MeaningWords = ["last of her", "missing your mum"],
                TrustAboveStart = 20,
                Lines = Book((Reaction.Continue, Causes.Feeling, ["Six years. I never washed it."])),
            },
        ],
        Facts =
        [
            new Fact(["how long", "since when"], ["Since March. It was a Tuesday.", "March, when the lease came up."], 0),
            new Fact(["your family", "brother", "who is around you"], ["There's Owen and his girls.", "Owen, Bea, and the two girls. That's the lot."], 0),
            new Fact(["your job", "bakery"], ["I bake. I've the early shift."], 0),
            new Fact(["sleep", "sleeping"], ["I wake at three for a shop that's gone.", "Badly."], 0),
            new Fact(["where do you live", "home like"], ["Over the launderette."], 0),
            new Fact(["are you safe", "suicide"], ["No. I'd tell you.", "No, it's not that."], 0),
            new Fact(["are you real", "a bot"], ["I'm a simulated client."], 0),
            new Fact(["your name", "call you"], ["Nell."], 0),
            new Fact(["your mum", "your mother"], ["She taught me to prove dough in the airing cupboard."], 12),
        ],
        Lines = Book(
            (Reaction.Answer, Causes.Greeting, ["Hello. It's about the shop."]),
            (Reaction.Answer, Causes.Thanks, ["You're welcome."]),
            (Reaction.Answer, Causes.Unknown, ["I couldn't tell you."]),
            (Reaction.Answer, Causes.TooSoon, ["Leave that one."]),
            (Reaction.Answer, Causes.Contracting, ["Right. Good to know."]),
            (Reaction.Continue, Causes.Check, ["That's right."]),
            (Reaction.Continue, Causes.Other, ["Mm.", "*{phrase}.* That's it."]),
            (Reaction.Correct, Causes.Other, ["*{phrase}?* No.", "Not that."]),
            (Reaction.Hesitate, Causes.Advice, ["*{phrase}.* Right.", "I'd thought of that."]),
            (Reaction.Hesitate, Causes.Reassurance, ["So they say."]),
            (Reaction.Hesitate, Causes.Other, ["Maybe."]),
            (Reaction.Stung, Causes.Other, ["Yes. That."]),
            (Reaction.Withdraw, Causes.Strain, ["It's fine."]),
            (Reaction.Withdraw, Causes.Rupture, ["I've said enough."]),
            (Reaction.Guarded, Causes.Strain, ["Mm-hm.", "*looks at the clock* Anything else?"]),
            (Reaction.Soften, Causes.Owned, ["That's decent of you."]),
            (Reaction.Repaired, Causes.Other, ["All right. Ask me, don't tell me."]),
            (Reaction.Settle, Causes.Other, ["*breathes out*"]),
            (Reaction.OutOfRole, Causes.Other, ["I'm a simulated client."])),
    };

    /// <summary>The least that a persona file can hold.</summary>
    public static Persona Bare { get; } = Whole with
    {
        Facts = [],
        Lines = LineBook.Empty,
        Layers = [.. Whole.Layers.Select(layer => layer with { Lines = LineBook.Empty, Cues = [] })],
    };

    public static LineBook Book(params (Reaction Reaction, string Cause, string[] Lines)[] lines) =>
        new(lines.Select(line => KeyValuePair.Create((line.Reaction, line.Cause), (IReadOnlyList<string>)line.Lines)));

    /// <summary>This client with nothing to say but these lines.</summary>
    public static Persona Saying(Reaction reaction, string cause, params string[] lines) => Bare with { Lines = Book((reaction, cause, lines)) };
}
