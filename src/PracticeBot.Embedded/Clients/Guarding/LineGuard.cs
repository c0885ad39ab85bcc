using System.Runtime.CompilerServices;
using PracticeBot.Core.Personas;
using PracticeBot.Embedded.Encoder;

namespace PracticeBot.Embedded.Clients.Guarding;

/// <summary>
/// Stands between what a language model says for the client and what the learner sees: a sentence is shown only when nothing speaks
/// against it. Safe for use from many threads.
/// </summary>
/// <param name="encoder">Hears what is told in other words; as long as it is not loaded, words alone count.</param>
public sealed class LineGuard(EncoderSource? encoder = null)
{
    /// <summary>So much must be new in a sentence for it to tell something new.</summary>
    private const int NewWords = 3;

    private readonly ConditionalWeakTable<Persona, KnownWords> known = [];
    private readonly ConditionalWeakTable<Persona, MomentMeanings> meanings = [];

    /// <returns>Null where the sentence may be shown; else the first thing that speaks against it.</returns>
    public LineFault? Check(string sentence, GuardedLine line)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(line);
        var words = known.GetValue(line.Persona, persona => new KnownWords(persona));
        return SpeechForm.FaultOf(sentence)
            ?? RoleTalk.FaultOf(sentence, line)
            ?? words.FaultOf(sentence, line)
            ?? Repetition.FaultOf(sentence, line)
            ?? (words.IsTooLong(sentence, line) ? LineFault.TooLong : default(LineFault?))
            ?? TellsLater(sentence, line, words);
    }

    /// <summary>Whether a text about the client, as a reason for the learner is, tells what neither of the two has said.</summary>
    public bool Reveals(string text, GuardedLine line)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(line);
        return known.GetValue(line.Persona, persona => new KnownWords(persona)).Reveals(text, line);
    }

    /// <summary>To encode takes time: only what speaks of the client, and only while something is left to tell.</summary>
    private LineFault? TellsLater(string sentence, GuardedLine line, KnownWords words) =>
        line.Layer < line.Persona.Layers.Count - 1
        && encoder?.Encoder is { } ready
        && MomentMeanings.MayTell(sentence)
        && words.New(sentence, line).Count >= NewWords
        && meanings.GetValue(line.Persona, persona => new MomentMeanings(persona, ready)).TellsLater(sentence, line)
            ? LineFault.LaterMoment
            : null;
}
