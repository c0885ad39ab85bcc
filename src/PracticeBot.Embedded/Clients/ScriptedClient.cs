using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Emotions;
using PracticeBot.Embedded.Encoder;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Clients;

/// <summary>
/// The client without a model: speaks a directive in the words of the persona's file. The same persona, directive, context and
/// seed always give the same line, as long as it hears with the encoder or without. Safe for use from many threads.
/// </summary>
public sealed partial class ScriptedClient
{
    /// <summary>A line that shows what the reply did may stand before one that withdraws only if it is this short, in words.</summary>
    private const int LongestCause = 14;

    /// <summary>A nod before an answer is no longer than this, in words.</summary>
    private const int LongestNod = 6;

    private readonly ConditionalWeakTable<Persona, PreparedPersona> prepared = [];
    private readonly EncoderSource? encoder;
    private readonly Lazy<QuestionExamples> examples;

    /// <summary>A client that hears by its words alone.</summary>
    public ScriptedClient()
        : this(encoder: null)
    {
    }

    /// <param name="encoder">Lets a client hear what is meant; as long as it is not loaded, and where it is absent, words alone count.</param>
    public ScriptedClient(EncoderSource? encoder)
    {
        this.encoder = encoder;
        examples = new(() => new QuestionExamples(encoder!.Encoder!));
    }

    /// <summary>
    /// Has worked out what the encoder makes of a persona, once, off the turn: the first line and the first reply set it going, and
    /// until it is done the persona's client hears by words alone. To wait for it makes a talk repeatable from its first reply.
    /// </summary>
    /// <returns>Done at once where the encoder is not loaded.</returns>
    public Task WarmAsync(Persona persona)
    {
        ArgumentNullException.ThrowIfNull(persona);
        return encoder?.Encoder is null ? Task.CompletedTask : Prepared(persona).Warming;
    }

    /// <summary>The line that begins a session, or a drill at a later layer: the first one listed that is not spoken yet.</summary>
    /// <param name="persona">The client.</param>
    /// <param name="context">
    /// <see cref="VoiceContext.Spoken"/> with the openings of earlier meetings makes a second meeting begin in other words.
    /// </param>
    /// <param name="layer">Index of the layer that is said; 0 but in drills.</param>
    public SpokenLine Open(Persona persona, VoiceContext context, int layer = 0)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(context);
        var says = Prepared(persona).Says(Math.Clamp(layer, 0, persona.Layers.Count - 1)).Select(line => line.Template).ToList();
        var line = says.Find(line => !context.Spoken.Contains(line)) ?? says.MinBy(new Chance(context.Seed, turn: 0).Of)!;
        return new SpokenLine(line, [line], Discloses: true, SpokenText.Asks(line));
    }

    /// <summary>The client's answer to a reply.</summary>
    /// <param name="persona">The client.</param>
    /// <param name="directive">What the rules decided. A layer beyond the persona's last is taken as the last.</param>
    /// <param name="context">The talk so far; the reply may hold anything.</param>
    public SpokenLine Speak(Persona persona, Directive directive, VoiceContext context)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(directive);
        ArgumentNullException.ThrowIfNull(context);
        var who = Prepared(persona);
        var scene = new Scene(who, directive, context, who.Meanings is { } meanings ? new Ear(meanings) : null);
        return directive.Reaction switch
        {
            Reaction.Answer => Answer(scene),
            Reaction.Continue => GoOn(scene),
            Reaction.Deepen => Deepen(scene),
            Reaction.Withdraw or Reaction.Confront => After(Rupture(scene), OnSafety(scene)),
            Reaction.Repaired when !OwnWords.AreIn(scene.Reply) => After(Say(scene.To(Reaction.Repaired, Causes.Reattuned), Causes.Reattuned), OnSafety(scene)),
            Reaction.Guarded or Reaction.Soften or Reaction.Repaired => After(Say(scene, directive.Cause), OnSafety(scene)),
            Reaction.Correct or Reaction.Hesitate when directive.Cause == Causes.Other && Asked(scene) is { } fact => fact,
            Reaction.Correct or Reaction.Hesitate when IsOfWhatWasOffered(directive.Cause) && OnlyAsks(scene) =>
                After(Say(scene.To(Reaction.Answer, Causes.OpenQuestion), Causes.OpenQuestion), OnSafety(scene)),
            Reaction.Correct or Reaction.Hesitate when IsOfWhatWasOffered(directive.Cause) && OwnWords.AreIn(scene.Reply) =>
                After(Say(scene.To(Reaction.Soften, Causes.Owned), Causes.Owned), OnSafety(scene)),
            Reaction.Correct or Reaction.Hesitate or Reaction.Stung => After(Say(scene, scene.Directive.Cause), OnSafety(scene)),
            Reaction.Exit or Reaction.OutOfRole or Reaction.OffTopic => Say(scene, directive.Cause) with { Discloses = false },
            _ => Say(scene, directive.Cause),
        };
    }

    /// <summary>Whoever is met is listened to: what the encoder makes of her is set going here and waited for by nobody.</summary>
    private PreparedPersona Prepared(Persona persona)
    {
        var who = prepared.GetValue(persona, one => new PreparedPersona(one));
        if (encoder?.Encoder is { } ready)
        {
            who.Warm(examples, ready);
        }

        return who;
    }

    private static SpokenLine Answer(Scene scene)
    {
        if (scene.Directive.Cause is not (Causes.Closing or Causes.Thanks) && FactAnswer.To(scene, scene.Questions) is { } fact)
        {
            return fact;
        }

        if (scene.Directive.Cause is Causes.Encourager or Causes.Other && scene.Questions.Count == 0 && OwnWords.AreIn(scene.Reply))
        {
            return Say(scene.To(Reaction.Soften, Causes.Owned), Causes.Owned);
        }

        // Where the words of the last reply opened her last line, this one's are taken up in another way.
        if (scene.Directive.Cause is Causes.Encourager or Causes.Other && scene.Questions.Count == 0 && TakenUp.OpenedLast(scene)
            && LineChoice.Among(scene, scene.Persona.Lines(null, Reaction.Answer, Causes.Encourager)
                .Where(line => line.TakesPhrase && !scene.IsSpoken(line.Template))) is { } taken)
        {
            return Spoken(taken);
        }

        // "Is that it?" and "maybe you're cross?" wait for a word on what was offered, not for more of the story.
        if (scene.Questions is [.., { IsLast: true } last] && (scene.Directive.Cause == Causes.ClosedQuestion || Check().IsMatch(last.Text))
            && scene.To(Reaction.Correct, Causes.Other) is { Phrase: not null } offered)
        {
            return Say(offered, Causes.Other);
        }

        if (Heard(scene) is { IsSmallTalk: true })
        {
            return Say(scene.To(Reaction.OffTopic, Causes.Other), Causes.Other) with { Discloses = false };
        }

        var hasNone = Heard(scene) is { IsOffHerLife: true } || (scene.Directive.Cause == Causes.ClosedQuestion && !IsOnHerConcern(scene));
        if (hasNone && scene.Questions is [.., { IsOfHerHeart: true }] && FactAnswer.NotYet(scene) is { } kept)
        {
            return kept;
        }

        var line = Say(scene, hasNone ? Causes.Unknown : scene.Directive.Cause);
        var discloses = scene.Directive.Cause is Causes.OpenQuestion or Causes.Encourager or Causes.Other;
        return line with { Discloses = discloses };
    }

    /// <summary>A question that wants more than yes or no and offers nothing of its own to be put right.</summary>
    private static bool OnlyAsks(Scene scene) => scene.Questions is [{ IsLast: true, IsWide: true }] && scene.Phrase is null;

    private static bool IsOfWhatWasOffered(string cause) =>
        cause is Causes.WrongFeeling or Causes.WrongMeaning or Causes.Understated or Causes.Overstated or Causes.Other;

    /// <summary>A reply that offers nothing and ends in a question about her life is answered, however it was judged.</summary>
    private static SpokenLine? Asked(Scene scene) => scene.Questions is [.., { IsLast: true } last] ? FactAnswer.To(scene, [last]) : null;

    /// <summary>Yes or no about herself and what she talks of can be half answered; any other question she has no answer to.</summary>
    private static bool IsOnHerConcern(Scene scene) => scene.Questions is [.., { IsYesNo: true, IsOfHer: true } last]
        && last.Content.Where(word => !Words.IsGeneric(word)).All(word => scene.Persona.Speaks(Words.Concept(word)));

    /// <summary>What the question that a reply ends in sounds like; null where there is none, or nobody to hear it.</summary>
    private static HeardQuestion? Heard(Scene scene) =>
        scene.Directive.Cause is Causes.OpenQuestion or Causes.ClosedQuestion && scene.Questions is [.., { IsLast: true } last]
            ? scene.Ear?.Hear(last)
            : null;

    /// <summary>Met, she goes on; where the reply ends in a question about her life, that is answered first.</summary>
    private static SpokenLine GoOn(Scene scene)
    {
        var cause = scene.Directive.Cause == Causes.Feeling && !NamesTheFeeling(scene) ? Causes.Other : scene.Directive.Cause;
        if (scene.Questions is [.., { IsLast: true } last])
        {
            if (cause != Causes.Check && FactAnswer.To(scene, [last]) is { } fact)
            {
                return Nod(scene) is { } nod ? After(nod, fact) with { Discloses = false } : fact;
            }

            return cause == Causes.Check || last.IsYesNo ? After(Say(scene, cause), OnSafety(scene)) : Say(scene, Causes.Question, cause);
        }

        if (OwnWords.AreIn(scene.Reply))
        {
            return Say(scene.To(Reaction.Soften, Causes.Owned), Causes.Owned);
        }

        return Praise().IsMatch(scene.Reply) ? Say(scene, Causes.Affirmation, cause) : Say(scene, cause);
    }

    /// <summary>A line for the feeling says yes to this layer's own; a neighbour of it is met with more of the story.</summary>
    private static bool NamesTheFeeling(Scene scene)
    {
        var feeling = scene.Persona.Persona.Layers[scene.Layer].Feels.Primary;
        var text = Passage.Read(scene.Reply, speller: null);
        return Enumerable.Range(0, text.Tokens.Count).Any(at => EmotionLexicon.LongestAt(text, at) is { } found && found.Term.Families.Contains(feeling));
    }

    /// <summary>A bridge out of the layer that is left, then what the new layer says.</summary>
    private static SpokenLine Deepen(Scene scene)
    {
        var says = LineChoice.Among(scene, scene.Persona.Says(scene.Layer));
        var line = says is null ? Say(scene, scene.Directive.Cause) : Spoken(says);
        if (scene.Layer > 0)
        {
            var left = scene.Layer - 1;
            var bridge = LineChoice.Among(scene, Bridges(scene, left))
                ?? LineChoice.Among(scene, Bridges(scene, layer: null))
                ?? LineChoice.Among(scene, LastResort.Lines(Reaction.Deepen, Causes.Other, string.Empty))!;
            line = After(Spoken(bridge) with { Text = TakenUp.Opens(scene, bridge) }, line);
        }

        return OnSafety(scene) is { } safety ? After(safety, line) with { Discloses = true } : line;
    }

    private static IEnumerable<PreparedLine> Bridges(Scene scene, int? layer) => scene.Persona.Lines(layer, Reaction.Deepen, Causes.Other)
        .Concat(scene.Directive.Cause == Causes.Other ? [] : scene.Persona.Lines(layer, Reaction.Deepen, scene.Directive.Cause));

    /// <summary>
    /// She moves away or against, in a line that answers what did it. A file that has none for the cause lends a short one of hers
    /// that shows it; nothing stands before a line that was written for the cause.
    /// </summary>
    private static SpokenLine Rupture(Scene scene)
    {
        var choice = LineChoice.Choose(scene, [scene.Directive.Cause]);
        var line = Spoken(choice);
        if (scene.Directive.Severity >= 3 || scene.Directive.Cause == Causes.Other || choice.Rank < LineSources.BySeverity)
        {
            return line;
        }

        var shown = scene.With(scene.Directive with { Reaction = Reaction.Hesitate });
        var shows = LineChoice.Candidates(shown, LineSources.Shows(scene.Directive.Cause))
            .Where(candidate => !scene.IsSpoken(candidate.Line.Template) && SpokenText.Length(candidate.Text) <= LongestCause)
            .ToList();
        return shows.Count == 0 ? line : After(Spoken(LineChoice.Best(scene, shows)!), line);
    }

    /// <summary>The direct question about suicide is answered whatever else the reply did.</summary>
    private static SpokenLine? OnSafety(Scene scene)
    {
        var asked = scene.Questions.Where(question => question.Focus.Meets(Focus.Risk)).ToList();
        return asked.Count == 0 ? null : FactAnswer.To(scene, asked);
    }

    private static SpokenLine? Nod(Scene scene)
    {
        var causes = scene.Directive.Cause == Causes.Check ? [Causes.Check] : new[] { Causes.Other };
        var nods = causes.SelectMany(cause => scene.Persona.Lines(null, Reaction.Continue, cause))
            .Where(line => line is { TakesPhrase: false, TakesEarlier: false } && !scene.IsSpoken(line.Template)
                && Words.Of(line.Template).Count <= LongestNod && !line.Template.Contains('?', StringComparison.Ordinal));
        return LineChoice.Among(scene, nods) is { } nod ? Spoken(nod) : null;
    }

    private static SpokenLine Say(Scene scene, params IReadOnlyList<string> causes)
    {
        var choice = LineChoice.Choose(scene, causes);
        return Spoken(choice) with { Text = TakenUp.Opens(scene, choice) };
    }

    private static SpokenLine Spoken(Candidate choice) =>
        new(choice.Text, [choice.Line.Template], Discloses: true, SpokenText.Asks(choice.Text));

    private static SpokenLine After(SpokenLine first, SpokenLine? second) => second is null
        ? first
        : new SpokenLine($"{first.Text} {second.Text}", [.. first.Templates, .. second.Templates], first.Discloses || second.Discloses, second.Asks);

    [GeneratedRegex(
        @"\b(is that (it|right|how it is|what it is|how it feels|so|true)|(did|have|do) i (get|got|hear|understand|have) (that|it|you|this)( right)?|did i understand|am i (right|close|getting that)|does that (fit|sound right))\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Check();

    [GeneratedRegex(
        @"\b(brave|bravery|courage|courageous|strength|strong|admire|impress\w*|proud of you|well done|good job|great job)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Praise();
}
