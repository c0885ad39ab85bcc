using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Learning;
using PracticeBot.Embedded.Reading.Feelings;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Readers;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading;

/// <summary>
/// Judges a reply by rules that can be explained: what it offers, what it does, what it breaks, each with the words that show it.
/// It finds the facts; level and verdict are the core's to decide. Where the rules leave open whether a meaning is met and what is added,
/// the fitted models say how likely it is, if they are there. No network.
/// </summary>
/// <param name="learned">Where the fitted models are found; null to judge by rules alone.</param>
public sealed class EmbeddedAssessor(JudgeSource? learned = null)
{
    /// <param name="reply">The reply and what it answers.</param>
    /// <returns>Findings, or why the reply cannot be read; never a default score.</returns>
    public AssessmentResult Assess(ReplyInContext reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var reading = ReplyReading.Of(reply);
        if (KindReader.IsSilence(reading.Text))
        {
            return new AssessmentResult.Judged(Silence(reading));
        }

        if (KindReader.Unreadable(reading.Text) is { } reason)
        {
            return new AssessmentResult.Unavailable(reason);
        }

        return new AssessmentResult.Judged(
            KindReader.SpeaksToMachine(reading) ? Outside(reading, ReplyKind.OutOfRole) : Offering(reading, learned?.Judge is { } judge ? new Hearing(reading, judge) : null));
    }

    private static Assessment Silence(ReplyReading reading)
    {
        var evidence = reading.Text.Directions.Select(direction => new Evidence(direction.Start, direction.End - direction.Start, Dimension(Move.Silence)));
        return new Assessment
        {
            Kind = ReplyKind.Silence,
            Attunement = new Attunement(3, 4, 3, 4),
            Moves = [Move.Silence],
            Evidence = [.. evidence],
            Confidence = ConfidenceReader.OfSilence,
        };
    }

    private static Assessment Outside(ReplyReading reading, ReplyKind kind) => new()
    {
        Kind = kind,
        Attunement = new Attunement(2, 3, 2, 1),
        IsQuestionOnly = reading.Sentences.All(sentence => sentence.IsQuestion),
        Confidence = ConfidenceReader.OfOutside,
    };

    private static Assessment Offering(ReplyReading reading, Hearing? hearing)
    {
        var text = reading.Text;
        var hedges = TentativenessReader.HedgesIn(text);
        var check = TentativenessReader.Check(reading);
        var isTentative = hedges.Count > 0 || check is not null;
        var offer = FeelingOfferReader.Read(reading, isTentative);
        var (facilitation, invitation) = FacilitationReader.Read(reading);
        var moves = new List<MoveFinding>();
        var apologies = ApologyReader.In(text);
        var repair = RepairReader.Read(reading, apologies, moves);
        var meaning = MeaningOf(
            reading, offer, hearing, repair.Names && reading.Context.IsStrained,
            facilitation is Facilitation.Greeting or Facilitation.Contracting or Facilitation.Closing or Facilitation.RiskQuestion);
        (offer, meaning) = RepairReader.WithoutTalk(reading, repair, offer, meaning);
        var breaches = Breaches(reading, offer, meaning, isTentative, apologies, repair, moves);
        var isOffering = offer.Match != EmotionMatch.Unaddressed || meaning.Match != MeaningMatch.None;
        var speaksOfRupture = repair.Names || reading.Context.RuptureFeels.Count > 0;
        if (!isOffering && breaches.Count == 0 && !speaksOfRupture && facilitation != Facilitation.RiskQuestion && TopicShiftReader.Off(reading) is not null)
        {
            return Outside(reading, ReplyKind.OffTopic);
        }

        var accuracy = AccuracyReader.Read(reading, offer, meaning, isTentative, breaches, hearing);
        MoveReader.Read(reading, offer, meaning, accuracy.Adds != Addition.Nothing, moves);
        if (check is { } asked && isOffering)
        {
            moves.Add(new MoveFinding(Move.Checking, asked));
        }

        if (!isOffering && facilitation == Facilitation.None && breaches.Count == 0 && UnplacedReader.Read(reading, hearing) is { } unplaced)
        {
            moves.Add(unplaced);
        }

        if (facilitation == Facilitation.RiskQuestion)
        {
            moves.Add(new MoveFinding(Move.RiskQuestion, invitation));
        }

        var evidence = EvidenceFor(reading, offer, meaning, breaches, moves);
        var attunement = AttunementReader.Read(reading, offer, meaning, breaches, moves, evidence);
        var isQuestionOnly = reading.Sentences.All(sentence => sentence.IsQuestion);
        var isFacilitative = !isOffering && facilitation != Facilitation.None && breaches.Count == 0;
        return new Assessment
        {
            Kind = isFacilitative ? ReplyKind.Facilitative : ReplyKind.Offering,
            Facilitation = facilitation,
            Accuracy = accuracy,
            Checks = check is not null && isOffering,
            IsFeelingList = offer.IsList,
            IsQuestionOnly = isQuestionOnly,
            Attunement = attunement,
            Moves = [.. moves.Select(finding => finding.Move).Distinct(), .. text.Directions.Count > 0 ? [Move.Silence] : (Move[])[]],
            Breaches = [.. breaches.Select(finding => finding.Breach).Distinct()],
            Repair = repair,
            Evidence = evidence,
            Confidence = ConfidenceReader.Read(offer, meaning, breaches, isFacilitative),
        };
    }

    /// <summary>
    /// Questions that only ask offer nothing, and what the helper says of themselves is not the client's; all else may meet the meaning.
    /// </summary>
    /// <param name="isOfTalk">The reply speaks of what happened between the two, whose words are no story of the client's.</param>
    /// <param name="isInvitation">The reply greets, contracts or closes; what it happens to share with the story means nothing.</param>
    private static MeaningFinding MeaningOf(ReplyReading reading, FeelingOffer offer, Hearing? hearing, bool isOfTalk, bool isInvitation)
    {
        var offers = reading.Sentences
            .Where(sentence => sentence.Kind != SentenceKind.OpenQuestion && !UptakeReader.AsksPlainly(reading.Text, sentence)
                && !HelperReader.SpeaksOfSelf(reading.Text, sentence.Span) && !SympathyReader.IsStock(reading.Text, sentence.Span))
            .Select(sentence => sentence.Span)
            .ToList();
        var moment = reading.Context.Moment;
        var finding = MeaningReader.Read(reading.Text, offers, MomentMeaning.Of(moment), reading.Client);
        if (BreachReader.BlamesSelf(moment.Feels) && BlameReader.BlamesOthers(reading, finding))
        {
            // It offers a meaning, and the wrong one.
            return MeaningFinding.None with { Match = MeaningMatch.Part, Spans = [reading.Sentences[0].Span] };
        }

        if (offers.Count == 0)
        {
            return MeaningFinding.None;
        }

        return isInvitation ? finding with { Match = finding.Match == MeaningMatch.Core ? MeaningMatch.Core : MeaningMatch.None }
            : isOfTalk || offer.Match is EmotionMatch.Missed or EmotionMatch.Contradicted ? finding
            : StoryReader.Read(reading, finding, hearing);
    }

    private static List<BreachFinding> Breaches(
        ReplyReading reading, FeelingOffer offer, MeaningFinding meaning, bool isTentative, List<Span> apologies, RepairSigns repair, List<MoveFinding> moves)
    {
        var found = BreachReader.Read(reading, repair);
        found.RemoveAll(finding => RepairReader.IsOwnWords(reading, repair, finding.Span));
        if (AdviceReader.Find(reading) is { } advice)
        {
            var isWelcome = AdviceReader.IsWelcome(reading);
            moves.Add(new MoveFinding(isWelcome ? Move.AdviceWithPermission : Move.Advice, advice));
            if (!isWelcome)
            {
                found.Add(new BreachFinding(Breach.PrematureAdvice, advice));
            }
        }

        Add(Breach.TopicShift, TopicShiftReader.Find(reading));
        Add(Breach.SelfFocus, SelfFocusReader.Find(reading));
        // A feeling that the rupture holds, or one that the helper owns having caused, is right whatever the moment beneath it holds.
        if (!isTentative && !RepairReader.IsAboutTalk(reading, repair) && offer is { Match: EmotionMatch.Missed, Best: { Term.IsPlainName: true } wrong })
        {
            found.Add(new BreachFinding(Breach.WrongFeelingAsFact, wrong.Span));
        }

        if (offer.Denied is { } denied)
        {
            found.Add(new BreachFinding(Breach.Contradiction, denied.Span));
        }

        if (!offer.NamesUnspoken && !meaning.IsBeyond)
        {
            Add(Breach.Parroting, ParrotReader.Find(reading));
        }

        Add(Breach.Interrogation, InterrogationReader.Find(reading));
        Add(Breach.OverApology, ApologyReader.TooMuch(reading.Text, apologies));
        return found;

        void Add(Breach breach, Span? span)
        {
            if (span is { } words)
            {
                found.Add(new BreachFinding(breach, words));
            }
        }
    }

    private static List<Evidence> EvidenceFor(
        ReplyReading reading, FeelingOffer offer, MeaningFinding meaning, List<BreachFinding> breaches, List<MoveFinding> moves)
    {
        var text = reading.Text;
        var evidence = new List<Evidence>();
        if (offer.Best is { } best)
        {
            evidence.Add(EvidenceOf.Words(text, best.Span, "accuracy.emotion"));
            if (best.Strength != Strength.AsItStands)
            {
                var from = Math.Max(Clauses.FirstOf(text, best.Span.First), best.Span.First - 2);
                evidence.Add(EvidenceOf.Words(text, new Span(from, best.Span.End), "accuracy.intensity"));
            }
        }

        evidence.AddRange(meaning.Spans.Distinct().Select(span => EvidenceOf.Words(text, span, "accuracy.meaning")));
        evidence.AddRange(breaches.Select(finding => EvidenceOf.Words(text, finding.Span, "breach." + finding.Breach.Code())));
        evidence.AddRange(moves.Select(finding => EvidenceOf.Words(text, finding.Span, Dimension(finding.Move))));
        evidence.AddRange(text.Directions.Select(direction => new Evidence(direction.Start, direction.End - direction.Start, Dimension(Move.Silence))));
        return evidence;
    }

    private static string Dimension(Move move) => "move." + move.Code();
}
