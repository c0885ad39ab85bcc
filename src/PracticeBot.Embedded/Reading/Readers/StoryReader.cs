using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>
/// A reflection built from the client's own story, with nothing in it that points elsewhere, may meet the meaning: a picture taken
/// further often names neither feeling nor meaning in the words that a persona's author thought of. Where the fitted models are there,
/// they say how likely it does.
/// </summary>
internal static class StoryReader
{
    /// <summary>Without the models a reflection made of the client's story is right so often.</summary>
    private const double UnheardLikely = 0.6;

    /// <summary>Likely enough to be taken as met, and so unlikely that it stays at the surface.</summary>
    private const double Met = 0.5;
    private const double Surface = 0.35;
    private const double MetByNearnessAlone = 0.6;

    /// <summary>In fewer words the encoder hears what it likes.</summary>
    private const int FewWords = 6;

    private static readonly PhraseBook Outward = Tables.Phrases("blame", "outward");

    /// <param name="found">What the phrases of the meaning have shown: part of it or nothing.</param>
    public static MeaningFinding Read(ReplyReading reading, MeaningFinding found, Hearing? hearing)
    {
        if (found is { Match: MeaningMatch.Core, IsBeyond: true } || found.IsReversed || Outward.IsIn(reading.Text))
        {
            return found;
        }

        var uptake = UptakeReader.Read(reading);
        var isPart = found.Match != MeaningMatch.None && uptake is { IsOfClient: true, NamesClient: true };
        var isStory = isPart || uptake.IsReflection || uptake.IsRestatement;
        if (!isStory && (hearing is null || uptake is not { IsOfClient: true, NamesClient: true } || reading.Text.WordCount < FewWords || AccuracyReader.IsFaint(reading.Text)))
        {
            return found;
        }

        if (found.Match == MeaningMatch.Core)
        {
            return found with { IsBeyond = uptake.AddsToStory };
        }

        var likely = hearing is null ? UnheardLikely : Likely(uptake, isStory, hearing);
        if (likely < (isStory ? Met : MetByNearnessAlone))
        {
            return found with { Match = isStory && likely < Surface ? MeaningMatch.Part : found.Match, Likely = likely };
        }

        return found with
        {
            Match = MeaningMatch.Core,
            Spans = found.Spans.Count > 0 ? found.Spans : [reading.Sentences.First(sentence => sentence.Kind != SentenceKind.Check).Span],
            IsBeyond = uptake.AddsToStory,
            Likely = likely,
        };
    }

    /// <summary>
    /// A logistic regression on the judged replies to the five tuned clients: near what is meant, not the line given back, a picture or an
    /// unsaid thing, no joy where there is none.
    /// </summary>
    private static double Likely(Uptake uptake, bool isStory, Hearing hearing)
    {
        const double Base = -1.39;
        const double Near = 4.19;
        const double GivenBack = -2.76;
        const double Beneath = 0.84;
        const double Bright = -3.44;
        const double OfStory = 0.95;
        var sum = Base + (Near * hearing.Nearness) + (GivenBack * uptake.OfLine) + (uptake.GoesBeneath ? Beneath : 0)
            + (Bright * hearing.Brightness) + (isStory ? OfStory : 0);
        return 1 / (1 + Math.Exp(-sum));
    }
}
