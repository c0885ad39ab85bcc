using PracticeBot.Core.Turns;

namespace PracticeBot.Embedded.Clients;

/// <summary>One turn as the voice sees it: who speaks, what she is to do, what was just said. Worked out when asked for.</summary>
internal sealed class Scene
{
    /// <summary>Of a longer reply the end counts: that is what one answers.</summary>
    private const int LongestReply = 2000;

    /// <summary>To hear what it is about, the same, but less of it: to encode takes time by the word.</summary>
    private const int LongestHeard = 240;

    private readonly Lazy<HashSet<string>> concepts;
    private readonly Lazy<string?> phrase;
    private readonly Lazy<string?> earlier;
    private readonly Lazy<List<Question>> questions;
    private readonly Lazy<bool> lastWasGeneral;
    private readonly Lazy<string?> said;

    /// <param name="persona">Who speaks.</param>
    /// <param name="directive">What she is to do.</param>
    /// <param name="context">The talk so far.</param>
    /// <param name="ear">The encoder's hearing of this turn; null where there is none.</param>
    public Scene(PreparedPersona persona, Directive directive, VoiceContext context, Ear? ear)
    {
        Persona = persona;
        Directive = directive;
        Context = context;
        Ear = ear;
        Layer = Math.Clamp(directive.Layer, 0, persona.Persona.Layers.Count - 1);
        Chance = new Chance(context.Seed, context.EarlierLines.Count);
        Reply = End(context.Reply, LongestReply);
        concepts = new(() => directive.Reaction is Reaction.Settle or Reaction.Unease ? [] : Words.Concepts(Reply));
        phrase = new(() => TakenUpPhrase.From(Clause.Of(Reply), PhraseWish.For(directive), persona, Layer, context.EarlierLines));
        earlier = new(() => EarlierPhrase.From(context.EarlierLines, persona, Layer, Chance));
        lastWasGeneral = new(() => LastLine is { } last
            && persona.Lines(null, Reaction.Continue, Causes.Other).Any(line => line.WasSpokenIn(last)));
        said = new(Said);
        questions = new(() => Question.In(Reply, mustAsk: directive is
        {
            Reaction: Reaction.Answer, Cause: Causes.OpenQuestion or Causes.ClosedQuestion or Causes.Risk,
        }));
    }

    public PreparedPersona Persona { get; }

    public Directive Directive { get; }

    public VoiceContext Context { get; }

    public Ear? Ear { get; }

    /// <summary>The layer that she speaks from, always one that the persona has.</summary>
    public int Layer { get; }

    public Chance Chance { get; }

    public string Reply { get; }

    public string? Phrase => phrase.Value;

    public string? Earlier => earlier.Value;

    public IReadOnlyList<Question> Questions => questions.Value;

    /// <summary>Her last line was one that says nothing of her life.</summary>
    public bool LastWasGeneral => lastWasGeneral.Value;

    public string? LastLine => Context.EarlierLines.Count > 0 ? Context.EarlierLines[^1] : null;

    /// <summary>The same scene with another directive.</summary>
    public Scene With(Directive directive) => new(Persona, directive, Context, Ear);

    /// <summary>The same scene with another reaction and cause.</summary>
    public Scene To(Reaction reaction, string cause) => With(Directive with { Reaction = reaction, Cause = cause });

    public bool IsSpoken(string template) => Context.Spoken.Contains(template);

    /// <summary>How near a line is to what the learner just said, 0 to 1.</summary>
    public double Nearness(PreparedLine line) =>
        Math.Min(1, concepts.Value.Where(line.Concepts.Contains).Sum(Persona.Weight) / 2);

    /// <summary>How much a line is about what the learner just said or asked, -1 to 1; null where nobody can tell.</summary>
    public double? Likeness(PreparedLine line) => said.Value is { } heard ? Ear?.Likeness(line, heard) : null;

    /// <summary>What the line is to be about: the question where it answers one, else the reply.</summary>
    private string? Said() => Directive.Reaction switch
    {
        Reaction.Settle or Reaction.Unease or Reaction.Exit or Reaction.OutOfRole or Reaction.OffTopic => null,
        Reaction.Answer when Questions is [.., { IsLast: true } last] => last.Text,
        _ => End(Reply, LongestHeard),
    };

    private static string End(string reply, int longest)
    {
        if (reply.Length <= longest)
        {
            return reply;
        }

        var start = reply.IndexOf(' ', reply.Length - longest);
        return start < 0 ? string.Empty : reply[start..];
    }
}
