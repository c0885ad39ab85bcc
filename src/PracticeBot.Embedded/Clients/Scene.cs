using PracticeBot.Core.Turns;

namespace PracticeBot.Embedded.Clients;

/// <summary>One turn as the voice sees it: who speaks, what she is to do, what was just said. Worked out when asked for.</summary>
internal sealed class Scene
{
    /// <summary>Of a longer reply the end counts: that is what one answers.</summary>
    private const int LongestReply = 2000;

    /// <summary>To hear what it is about, the same, but less of it: to encode takes time by the word.</summary>
    private const int LongestHeard = 240;

    /// <summary>So many lines of hers stand between the beginning, or one that came back to something, and the next.</summary>
    private const int LinesBeforeComingBack = 3;

    /// <summary>So many phrases are held against a reply, the most telling ones; to encode each takes time.</summary>
    private const int MostPhrases = 4;

    /// <summary>Likeness from which something said before has to do with what was just said.</summary>
    private const double Related = 0.1;

    private readonly Lazy<HashSet<string>> concepts;
    private readonly Lazy<string?> phrase;
    private readonly Lazy<Reference?> earlier;
    private readonly Lazy<Reference?> earlierReply;
    private readonly Lazy<bool> mayComeBack;
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
        mayComeBack = new(MayComeBack);
        earlier = new(() => ComeBackTo(EarlierPhrase.From(context.EarlierLines, persona, Layer, Chance)));
        earlierReply = new(() => ComeBackTo(EarlierReply.From(this)));
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

    /// <summary>What a line would come back to, null where it is not the time or there is nothing.</summary>
    public Reference? Earlier(PreparedLine line) => !mayComeBack.Value ? null : line.ComesBackToLearner ? earlierReply.Value : earlier.Value;

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

    /// <summary>Not at the beginning of a talk, and not every other time.</summary>
    private bool MayComeBack() => Context.EarlierLines.Count >= LinesBeforeComingBack
        && !Context.EarlierLines.TakeLast(LinesBeforeComingBack).Any(said => Persona.ComingBack.Any(line => line.WasSpokenIn(said)));

    /// <summary>Of what could be come back to, what has most to do with what was just said; where nobody can tell, the first.</summary>
    private Reference? ComeBackTo(IEnumerable<string> phrases)
    {
        if (Ear is null || said.Value is not { } heard)
        {
            return phrases.FirstOrDefault() is { } first ? new Reference(first, Likeness: 0) : null;
        }

        var best = phrases.Take(MostPhrases).Select(phrase => new Reference(phrase, Ear.Likeness(phrase, heard))).MaxBy(found => found.Likeness);
        return best?.Likeness >= Related ? best : null;
    }

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

/// <summary>Something said before that a line can come back to.</summary>
/// <param name="Phrase">As it stands in her mouth.</param>
/// <param name="Likeness">How much it is about what was just said, -1 to 1; 0 where nobody can tell.</param>
internal sealed record Reference(string Phrase, double Likeness)
{
    private const double Fitting = 0.25;

    /// <summary>What was just said asks for it to be come back to.</summary>
    public bool IsFitting => Likeness >= Fitting;
}
