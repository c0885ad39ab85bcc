using System.Collections.Frozen;
using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Scores the four anchors of attunement by what can be seen in the words (see <see cref="Attunement"/>).</summary>
internal static class AttunementReader
{
    private const int Long = 60;
    private const int Short = 30;
    private const int Curt = 3;

    private static readonly PhraseBook Cliche = Tables.Phrases("tone", "cliche");
    private static readonly PhraseBook Jargon = Tables.Phrases("tone", "jargon");
    private static readonly PhraseBook Cold = Tables.Phrases("tone", "cold");
    private static readonly PhraseBook BreezyPhrases = Tables.Phrases("tone", "breezy");
    private static readonly PhraseBook Stays = Tables.Phrases("moves", "stay offers");
    private static readonly FrozenSet<string> Breezy = Tables.WordsOf("words", "breezy");
    private static readonly FrozenSet<string> Clinical = Tables.WordsOf("words", "clinical");
    private static readonly FrozenSet<string> Formal = Tables.WordsOf("words", "formal");
    private static readonly FrozenSet<string> Weight = Tables.WordsOf("words", "weight");
    private static readonly FrozenSet<string> Warmth = Tables.WordsOf("words", "warmth");

    public static Attunement Read(
        ReplyReading reading, FeelingOffer offer, MeaningFinding meaning, IReadOnlyList<BreachFinding> breaches, IReadOnlyList<MoveFinding> moves,
        List<Evidence> evidence)
    {
        var text = reading.Text;
        var questions = InterrogationReader.Count(reading);
        var words = text.WordCount;
        var meets = offer.Match is EmotionMatch.Exact or EmotionMatch.Near || meaning.Match != MeaningMatch.None;
        var tone = Tone(reading, meets, words, breaches, moves);
        var pace = Pace(reading, words, questions, breaches);
        var wording = Words(reading, meets, meaning);
        var presence = Presence(reading, meets, words, breaches, moves);
        if (tone == Attunement.Least)
        {
            // What is cold or breezy is neither slow nor with the client, however short.
            (pace, wording, presence) = (Math.Min(pace, 3), Math.Min(wording, 3), Math.Min(presence, 2));
        }

        Note(reading, evidence);
        return new Attunement(tone, pace, wording, presence);
    }

    private static int Tone(
        ReplyReading reading, bool meets, int words, IReadOnlyList<BreachFinding> breaches, IReadOnlyList<MoveFinding> moves)
    {
        var text = reading.Text;
        var exclaims = text.Original.Count(letter => letter == '!');
        var harsh = breaches.Any(finding => finding.Breach is Breach.Judgement or Breach.Dismissal or Breach.Defensiveness or Breach.DiagnosisAsLabel
            or Breach.Contradiction);
        if (harsh || exclaims > 1 || Cold.IsIn(text) || Count(text, Clinical) > 1 || Count(text, Formal) > 1)
        {
            return 1;
        }

        var warm = meets || Has(moves, Move.Validation) || Has(moves, Move.Affirmation) || Has(moves, Move.EmotionalBracketing)
            || Has(moves, Move.RepairOwn) || Has(moves, Move.Encourager) || text.Directions.Count > 0;
        var score = warm ? 3 : Count(text, Warmth) > 0 ? 3 : 2;
        if (warm && (Count(text, Weight) > 0 || text.Directions.Count > 0))
        {
            score = 4;
        }

        if (exclaims == 1 || BreezyPhrases.IsIn(text) || Count(text, Breezy) > 0 || Count(text, Clinical) > 0)
        {
            score -= 1 + (BreezyPhrases.IsIn(text) ? 1 : 0);
        }

        if (words <= Curt && text.Directions.Count == 0)
        {
            score = Math.Min(score, 2);
        }

        if (breaches.Any(finding => finding.Breach.Grade() != BreachGrade.Flat))
        {
            score = Math.Min(score, 2);
        }

        return Math.Clamp(score, Attunement.Least, Attunement.Most);
    }

    private static int Pace(ReplyReading reading, int words, int questions, IReadOnlyList<BreachFinding> breaches)
    {
        var rubric = reading.Context.Persona.Rubric;
        if (questions > 2 || words > rubric.LongReply)
        {
            return 1;
        }

        var rushes = breaches.Any(finding => finding.Breach is Breach.PrematureAdvice or Breach.TopicShift);
        if (questions > 1 || words > Long || rushes)
        {
            return 2;
        }

        return words <= Short && questions == 0 && reading.Context.Distress >= rubric.HighDistress ? 4 : words <= Short / 2 && questions == 0 ? 4 : 3;
    }

    private static int Words(ReplyReading reading, bool meets, MeaningFinding meaning)
    {
        var text = reading.Text;
        if (Jargon.IsIn(text) || Count(text, Clinical) > 1 || Count(text, Formal) > 1)
        {
            return 1;
        }

        if (Cliche.IsIn(text))
        {
            return meets ? 2 : 1;
        }

        var own = 0;
        foreach (var token in text.Tokens)
        {
            own += Concepts.IsContent(token) && reading.Client.Says(token.Stem) ? 1 : 0;
        }

        if (meaning.Match == MeaningMatch.Core || own > 1)
        {
            return 4;
        }

        return meets || own > 0 ? 3 : 2;
    }

    private static int Presence(
        ReplyReading reading, bool meets, int words, IReadOnlyList<BreachFinding> breaches, IReadOnlyList<MoveFinding> moves)
    {
        var text = reading.Text;
        if (breaches.Any(finding => finding.Breach is Breach.SelfFocus or Breach.TopicShift or Breach.OverApology or Breach.Defensiveness))
        {
            return 1;
        }

        var stays = Stays.IsIn(text) || Has(moves, Move.EmotionalBracketing) || text.Directions.Count > 0 || Has(moves, Move.Encourager);
        var score = meets ? stays ? 4 : 3
            : stays || Has(moves, Move.Validation) || Has(moves, Move.QuestionOpen) || Has(moves, Move.RepairOwn) ? 3
            : 2;
        if (words > reading.Context.Persona.Rubric.LongReply || InterrogationReader.Count(reading) > 2)
        {
            score -= 2;
        }

        if (breaches.Any(finding => finding.Breach.Grade() != BreachGrade.Flat))
        {
            score = Math.Min(score, 2);
        }

        return Math.Clamp(score, Attunement.Least, Attunement.Most);
    }

    private static void Note(ReplyReading reading, List<Evidence> evidence)
    {
        var text = reading.Text;
        Add(Cold.FirstIn(text) ?? BreezyPhrases.FirstIn(text), "attunement.tone");
        Add(Jargon.FirstIn(text) ?? Cliche.FirstIn(text), "attunement.words");
        Add(Stays.FirstIn(text), "attunement.presence");

        void Add(Span? span, string dimension)
        {
            if (span is { } found)
            {
                evidence.Add(EvidenceOf.Words(text, found, dimension));
            }
        }
    }

    private static bool Has(IReadOnlyList<MoveFinding> moves, Move move) => moves.Any(finding => finding.Move == move);

    private static int Count(Passage text, FrozenSet<string> words) => text.Tokens.Count(token => words.Contains(token.Text));
}
