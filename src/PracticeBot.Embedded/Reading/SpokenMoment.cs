using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Core.Personas;
using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading;

/// <summary>
/// A moment made of nothing but what a client said, for replies to somebody who is no persona: moves and most breaches show in the
/// reply itself. What would take knowing the client (whether a feeling is the wrong one) must not be read from it.
/// </summary>
public static class SpokenMoment
{
    private const int UsualIntensity = 3;

    /// <summary>The breaches that only a known client's state can show.</summary>
    public static bool NeedsHidden(Breach breach) => breach is Breach.WrongFeelingAsFact or Breach.Contradiction or Breach.TopicShift;

    public static ReplyInContext Of(string client, string reply)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(reply);
        var strongest = FeelingReader.Read(Passage.Read(client, speller: null)).Where(mention => !mention.IsDenied).MaxBy(mention => mention.Intensity);
        var layer = new Layer
        {
            Id = "m1",
            Says = [client],
            Feels = new FeltEmotion(strongest?.Term.Family ?? EmotionFamily.Sadness, new Intensity(strongest?.Intensity ?? UsualIntensity), []),
            Meaning = client,
        };
        _ = PersonaId.TryParse("client", out var id);
        var persona = new Persona
        {
            Id = id, Name = "Client", About = new About(null, null, string.Empty), Tendency = Tendency.Guarded, Voice = string.Empty, Layers = [layer, layer],
        };
        return new ReplyInContext { Persona = persona, Moment = layer, ClientLine = client, Reply = reply };
    }
}
