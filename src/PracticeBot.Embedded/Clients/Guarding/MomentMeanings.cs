using PracticeBot.Core.Personas;
using PracticeBot.Embedded.Encoder;

namespace PracticeBot.Embedded.Clients.Guarding;

/// <summary>What the moments of a persona are about, as the encoder hears it.</summary>
internal sealed class MomentMeanings(Persona persona, SentenceEncoder encoder)
{
    /// <summary>
    /// A sentence this near to a deeper moment, and so much nearer than to any that was reached, tells of it. Chosen so that of the
    /// shipped personas' own lines none is held back at its own layer.
    /// </summary>
    private const double Near = 0.6;
    private const double Nearer = 0.12;

    private const int LeastWords = 5;

    private readonly float[][][] moments = [.. persona.Layers.Select(layer => Encoded(layer, encoder))];

    /// <summary>It speaks of the speaker, and is long enough to tell something.</summary>
    public static bool MayTell(string sentence)
    {
        var words = Words.Of(SpokenText.Of(sentence));
        return words.Count >= LeastWords && words.Exists(word => word is "i" or "me" or "my" or "i'm" or "i've" or "i'd" or "i'll" or "myself" or "mine");
    }

    public bool TellsLater(string sentence, GuardedLine line)
    {
        if (Encode(sentence) is not { } heard)
        {
            return false;
        }

        var deeper = moments.Skip(line.Layer + 1).Max(moment => Likeness(moment, heard));
        if (deeper < Near)
        {
            return false;
        }

        var reached = moments.Take(line.Layer + 1).Max(moment => Likeness(moment, heard));
        var guide = Encode(line.Guide) is { } scripted ? SentenceEncoder.Cosine(scripted, heard) : 0;
        return deeper - Math.Max(reached, guide) >= Nearer;
    }

    private float[]? Encode(string text) => encoder.Encode(Words.Lower(SpokenText.Of(text)));

    private static double Likeness(float[][] moment, float[] heard) => moment.Select(said => (double)SentenceEncoder.Cosine(said, heard)).DefaultIfEmpty().Max();

    private static float[][] Encoded(Layer layer, SentenceEncoder encoder) =>
    [
        .. layer.Says.SelectMany(says => new SentenceSplitter(string.Empty).Whole(SpokenText.Of(says))).Append(layer.Meaning)
            .Select(text => encoder.Encode(Words.Lower(text))).OfType<float[]>(),
    ];
}
