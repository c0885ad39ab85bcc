using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;

namespace PracticeBot.Models.Assessing;

/// <summary>
/// From a model's words to findings. The model says what it sees; what matches, by how much, and what it is worth are decided here and
/// by the rules. Whatever would help or hurt the learner must be shown by words that stand in the reply.
/// </summary>
internal static class AnswerReading
{
    private const int Dump = 5;

    /// <exception cref="AnswerFaultException">A word of a closed list that is on none.</exception>
    public static Assessment Read(DecidingAnswer answer, ReplyInContext reply, Quotes quotes)
    {
        var evidence = new List<Evidence>();
        var kind = AssessorWords.Kinds.Read(answer.Kind);
        var tentative = answer.Tentative || answer.Checks;
        var feelings = Feelings(answer, reply, quotes, evidence);
        var meaning = Meaning(answer, quotes, evidence);
        var denied = quotes.Find(answer.Denies, "breach." + Breach.Contradiction.Code());
        var accuracy = Accuracy(feelings, meaning, denied is not null, tentative, AssessorWords.Additions.Read(answer.Adds), reply);
        var breaches = Breaches(answer, accuracy, quotes, evidence);
        if (denied is { } words)
        {
            breaches.Add(Breach.Contradiction);
            evidence.Add(words);
        }

        var invites = AssessorWords.Invitations.Read(answer.Invites);
        var offers = accuracy.OffersSomething || breaches.Count > 0;
        return new Assessment
        {
            Kind = kind == ReplyKind.Facilitative && offers ? ReplyKind.Offering : kind,
            Facilitation = invites,
            Accuracy = accuracy,
            Checks = answer.Checks && accuracy.OffersSomething,
            IsFeelingList = IsList(feelings, reply),
            IsQuestionOnly = AsksOnly(reply.Reply),
            Attunement = new Attunement(
                AssessorWords.Tones.Read(answer.Tone), AssessorWords.Paces.Read(answer.Pace),
                AssessorWords.Registers.Read(answer.Words), AssessorWords.Presences.Read(answer.Presence)),
            Moves = [.. Known(answer.Moves, AssessorWords.Moves).Distinct()],
            Breaches = [.. breaches.Distinct()],
            Repair = Repair(answer, reply, feelings),
            Evidence = evidence,
            Confidence = AssessorWords.Sureness.Read(answer.Sure),
            Assessor = AssessorKind.Model,
        };
    }

    /// <summary>The same with what the model quoted and gave as its reason afterwards.</summary>
    public static Assessment With(Assessment assessment, ExplainingAnswer rest, Quotes quotes)
    {
        var evidence = rest.Evidence
            .Where(quotation => AssessorWords.Dimensions.TryRead(quotation.Of, out _))
            .Select(quotation => quotes.Find(quotation.Words, quotation.Of))
            .OfType<Evidence>();
        return assessment with { Evidence = [.. assessment.Evidence.Concat(evidence).Distinct()] };
    }

    private static List<(EmotionFamily Family, Intensity? Strength)> Feelings(
        DecidingAnswer answer, ReplyInContext reply, Quotes quotes, List<Evidence> evidence)
    {
        var offered = new List<(EmotionFamily, Intensity?)>();
        foreach (var feeling in answer.Feelings)
        {
            var family = AssessorWords.Feelings.Read(feeling.Feeling);
            var strength = AssessorWords.Strengths.Read(feeling.Strength);
            if (quotes.Find(feeling.Words, "accuracy.emotion") is not { } words)
            {
                continue;
            }

            evidence.Add(words);
            offered.Add((family, strength));
        }

        return offered;
    }

    private static MeaningMatch Meaning(DecidingAnswer answer, Quotes quotes, List<Evidence> evidence)
    {
        var meaning = AssessorWords.Meanings.Read(answer.Meaning);
        if (meaning == MeaningMatch.None || quotes.Find(answer.MeaningWords, "accuracy.meaning") is not { } words)
        {
            return MeaningMatch.None;
        }

        evidence.Add(words);
        return meaning;
    }

    private static Accuracy Accuracy(
        List<(EmotionFamily Family, Intensity? Strength)> feelings, MeaningMatch meaning, bool isDenied, bool tentative, Addition adds, ReplyInContext reply)
    {
        var feels = reply.Moment.Feels;
        // What a rupture feels like is no wrong feeling, whatever the moment beneath it holds.
        var offered = feelings
            .Select(feeling => (feeling.Strength, Match: feels.Match(feeling.Family), IsOfRupture: reply.RuptureFeels.Contains(feeling.Family)))
            .Where(feeling => !(feeling.IsOfRupture && feeling.Match == EmotionMatch.Missed))
            .OrderBy(feeling => feeling.Match)
            .ToList();
        var match = isDenied ? EmotionMatch.Contradicted : offered.Count == 0 ? EmotionMatch.Unaddressed : offered[0].Match;
        int? difference = offered.Count == 0 ? null : Difference(offered[0].Strength, feels.Intensity, match);
        var offers = match != EmotionMatch.Unaddressed || meaning != MeaningMatch.None;
        return new Accuracy(match, difference, meaning, tentative && offers, offers ? adds : Addition.Nothing);
    }

    /// <summary>
    /// Reply minus client. A plain word says no strength of its own: it is at most one step from what is held. A near feeling is measured
    /// against one that it is not: a step either way is all that can be told.
    /// </summary>
    private static int Difference(Intensity? strength, Intensity held, EmotionMatch match)
    {
        const int Plain = 3;
        var difference = strength is { } stated ? stated.Minus(held) : Math.Clamp(Plain - held.Value, -1, 1);
        return match == EmotionMatch.Near && difference > 0 ? Math.Min(1, difference) : difference;
    }

    private static bool IsList(List<(EmotionFamily Family, Intensity? Strength)> feelings, ReplyInContext reply) =>
        feelings.Select(feeling => feeling.Family).Distinct().Count() > reply.Persona.Rubric.MostFamilies || feelings.Count >= Dump;

    private static List<Breach> Breaches(DecidingAnswer answer, Accuracy accuracy, Quotes quotes, List<Evidence> evidence)
    {
        var breaches = new List<Breach>();
        foreach (var found in answer.Breaches)
        {
            var breach = AssessorWords.Breaches.Read(found.Breach);
            if (breach == Breach.WrongFeelingAsFact && (accuracy.Emotion != EmotionMatch.Missed || accuracy.Tentative))
            {
                continue;
            }

            if (quotes.Find(found.Words, "breach." + breach.Code()) is { } words)
            {
                breaches.Add(breach);
                evidence.Add(words);
            }
        }

        return breaches;
    }

    private static RepairSigns Repair(DecidingAnswer answer, ReplyInContext reply, List<(EmotionFamily Family, Intensity? Strength)> feelings)
    {
        var signs = Known(answer.Repair, AssessorWords.Repairs).Aggregate(RepairSigns.None, (found, add) => add(found));
        return signs with { MeetsRuptureFeeling = signs.MeetsRuptureFeeling || feelings.Exists(feeling => reply.RuptureFeels.Contains(feeling.Family)) };
    }

    /// <summary>What is on the list; a stray word in a list of moves costs that move and no more.</summary>
    private static IEnumerable<T> Known<T>(IEnumerable<string> words, WordMap<T> list) =>
        words.Where(word => list.TryRead(word, out _)).Select(list.Read);

    private static bool AsksOnly(string reply)
    {
        var sentences = reply.Split(['.', '!', '\n', '…'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return sentences.Length > 0 && sentences.All(sentence => sentence.EndsWith('?'));
    }
}
