using System.Text.RegularExpressions;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Ruptures;
using PracticeBot.Core.Turns;
using PracticeBot.Embedded.Emotions;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Clients.Guarding;

/// <summary>What of a persona's story each layer brings, by its words: what a sentence may know, and how long her lines are.</summary>
internal sealed partial class KnownWords
{
    /// <summary>So many words that only a deeper layer has are no chance.</summary>
    private const int TellingWords = 2;

    private const int ShortestLimit = 30;
    private const int LongestLimit = 80;
    private const double Room = 1.8;
    private const double Quantile = 0.9;

    private readonly LayerWords[] layers;
    private readonly List<(double Trust, HashSet<string> Concepts)> facts;
    private readonly HashSet<string> common;
    private readonly int longest;

    public KnownWords(Persona persona)
    {
        layers = [.. persona.Layers.Select(layer => new LayerWords(layer))];
        facts = [.. persona.Facts.Select(fact => (fact.TrustAboveStart, Words.Concepts(string.Join(' ', fact.Says))))];
        common = Words.Concepts(string.Join(' ', persona.Lines.All.SelectMany(pair => pair.Value).Append(persona.About.Line).Append(persona.Name)));
        var lengths = persona.Layers.SelectMany(layer => layer.Says.Concat(layer.Lines.All.SelectMany(pair => pair.Value)))
            .Select(SpokenText.Length).Order().ToList();
        longest = Math.Clamp((int)(lengths[(int)((lengths.Count - 1) * Quantile)] * Room), ShortestLimit, LongestLimit);
    }

    /// <summary>Who opens up may take as much room as the author gave to it.</summary>
    public bool IsTooLong(string sentence, GuardedLine line)
    {
        var most = line.Directive.Reaction == Reaction.Deepen ? Math.Max(longest, layers[line.Layer].LongestSays) : longest;
        return SpokenText.Length(line.Released) + SpokenText.Length(sentence) > most;
    }

    public LineFault? FaultOf(string sentence, GuardedLine line) => NamesHidden(sentence, line) ? LineFault.HiddenFeeling
        : TellsLater(sentence, line) ? LineFault.LaterMoment
        : null;

    /// <summary>A text about the client tells what nobody has said yet.</summary>
    public bool Reveals(string text, GuardedLine line) => IsHidden(Named(text), line) || TellsLater(text, line);

    private bool NamesHidden(string sentence, GuardedLine line)
    {
        // What other people feel gives nothing of hers away.
        var named = Clause().Split(sentence).Where(clause => OfHerself().IsMatch(clause) || !OfOthers().IsMatch(clause)).SelectMany(Named).ToHashSet();
        return IsHidden(named, line);
    }

    private bool IsHidden(HashSet<EmotionFamily> named, GuardedLine line)
    {
        if (named.Count == 0)
        {
            return false;
        }

        var own = layers[line.Layer];
        named.ExceptWith(line.Heard.Texts.SelectMany(Named));
        named.ExceptWith(layers.Take(line.Layer + 1).SelectMany(layer => layer.Names));
        if (Shows(line.Directive.Reaction))
        {
            named.Remove(own.Feels.Primary);
        }

        var told = layers.Take(line.Layer).SelectMany(layer => layer.Feels.Secondary.Append(layer.Feels.Primary)).Concat(own.Feels.Secondary);
        named.ExceptWith(told);
        if (line.Directive.Severity > 0 || IsOfRupture(line.Directive.Reaction))
        {
            named.ExceptWith(RuptureFeelings.Any(line.Persona));
        }

        return named.Contains(own.Feels.Primary) || layers.Skip(line.Layer + 1).Any(deeper => named.Contains(deeper.Feels.Primary));
    }

    /// <summary>Who has been met, or puts a wrong guess right, may say what it is.</summary>
    private static bool Shows(Reaction reaction) => reaction is Reaction.Deepen or Reaction.Continue or Reaction.Correct or Reaction.Soften or Reaction.Repaired;

    private static bool IsOfRupture(Reaction reaction) => reaction is
        Reaction.Withdraw or Reaction.Confront or Reaction.Guarded or Reaction.Soften or Reaction.Repaired or Reaction.Hesitate or Reaction.Exit;

    /// <summary>What a sentence is about that nothing has brought up so far.</summary>
    public HashSet<string> New(string sentence, GuardedLine line)
    {
        // What is only shown tells as much as what is said, and what is told in small pieces is told.
        var concepts = Words.Concepts(Words.Of($"{line.Released} {sentence}").Where(Words.IsTelling));
        concepts.ExceptWith(common);
        concepts.ExceptWith(layers.Take(line.Layer + 1).SelectMany(layer => layer.Concepts));
        concepts.ExceptWith(facts.Where(fact => line.Persona.StartTrust + fact.Trust <= line.Directive.Trust).SelectMany(fact => fact.Concepts));
        concepts.ExceptWith(line.Heard.Concepts);
        return concepts;
    }

    private bool TellsLater(string sentence, GuardedLine line)
    {
        var deeperLayers = layers.Skip(line.Layer + 1).ToList();
        var runs = Repetition.Runs(sentence);
        if (deeperLayers.Exists(deeper => Repetition.IsFrom(runs, deeper.Says)))
        {
            return true;
        }

        var concepts = New(sentence, line);
        if (concepts.Count == 0)
        {
            return false;
        }

        var sequence = $" {string.Join(' ', Words.Sequence(SpokenText.Of(sentence)))} ";
        return deeperLayers.Exists(deeper => concepts.Count(deeper.Concepts.Contains) >= TellingWords
            || (concepts.Overlaps(deeper.Concepts) && deeper.Phrases.Any(phrase => sequence.Contains(phrase, StringComparison.Ordinal))));
    }

    [GeneratedRegex(@"\b(I|me|my|mine|myself|I'm|I've|I'd|I'll)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfHerself();

    [GeneratedRegex(@"\b(you|he|she|they|people|everyone|everybody|someone|somebody|others)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"[,;:…]|\b(?:and|but|because)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clause();

    private static HashSet<EmotionFamily> Named(string text)
    {
        var passage = Passage.Read(text, speller: null);
        var named = new HashSet<EmotionFamily>();
        for (var at = 0; at < passage.Tokens.Count; at++)
        {
            if (EmotionLexicon.LongestAt(passage, at) is { Term: { IsPlainName: true, Families.Count: > 0 } term })
            {
                named.Add(term.Family);
            }
        }

        return named;
    }

    private sealed class LayerWords
    {
        public LayerWords(Layer layer)
        {
            var lines = layer.Says.Concat(layer.Lines.All.SelectMany(pair => pair.Value)).ToList();
            Feels = layer.Feels;
            Names = [.. lines.SelectMany(Named)];
            Says = [.. layer.Says.Append(layer.Meaning).Select(Repetition.Runs)];
            LongestSays = layer.Says.Max(SpokenText.Length);
            Concepts = Words.Concepts(string.Join(' ', lines.Append(layer.Meaning).Concat(layer.MeaningWords)));
            Phrases = [.. layer.MeaningWords.Select(words => $" {string.Join(' ', Words.Sequence(words))} ").Where(words => words.Trim().Contains(' ', StringComparison.Ordinal))];
        }

        public FeltEmotion Feels { get; }

        /// <summary>Runs of words of what is said when the layer opens, and of what it means.</summary>
        public IReadOnlyList<HashSet<string>> Says { get; }

        /// <summary>In words.</summary>
        public int LongestSays { get; }

        /// <summary>Feelings that the author's own lines name.</summary>
        public HashSet<EmotionFamily> Names { get; }

        public HashSet<string> Concepts { get; }

        /// <summary>Turns of phrase for the meaning, blanks around them.</summary>
        public IReadOnlyList<string> Phrases { get; }
    }
}
