using PracticeBot.Core.Assessments;
using PracticeBot.Core.Emotions;
using PracticeBot.Embedded.Reading.Meanings;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Breaches that can be told by their words: what wounds and what costs, unless it is put into somebody else's mouth.</summary>
internal static class BreachReader
{
    private static readonly (Breach Breach, PhraseBook Phrases)[] Books =
    [
        (Breach.Dismissal, Tables.Phrases("breaches", "dismissal")),
        (Breach.Judgement, Tables.Phrases("breaches", "insult", "judgement")),
        (Breach.FalseReassurance, Tables.Phrases("breaches", "false reassurance")),
        (Breach.InstructionToFeel, Tables.Phrases("breaches", "instruction")),
        (Breach.Defensiveness, Tables.Phrases("breaches", "defensive")),
        (Breach.Contradiction, Tables.Phrases("breaches", "contradiction")),
        (Breach.DiagnosisAsLabel, Tables.Phrases("breaches", "diagnosis")),
    ];

    private static readonly PhraseBook Insults = Tables.Phrases("breaches", "insult");
    private static readonly PhraseBook LookAlikes = Tables.Phrases("breaches", "look alikes");

    public static List<BreachFinding> Read(ReplyReading reading, RepairSigns repair)
    {
        var text = reading.Text;
        var innocent = LookAlikes.FindIn(text);
        var found = new List<BreachFinding>();
        foreach (var (breach, phrases) in Books)
        {
            foreach (var span in phrases.FindIn(text))
            {
                if (innocent.Exists(look => look.Overlaps(span)) || !Imperative.Allows(text, span) || Attribution.Covers(text, span, breach is Breach.InstructionToFeel or Breach.FalseReassurance or Breach.Contradiction) || !Applies(breach, reading, span, repair))
                {
                    continue;
                }

                found.Add(new BreachFinding(breach, span));
                break;
            }
        }

        return found;
    }

    private static bool Applies(Breach breach, ReplyReading reading, Span span, RepairSigns repair) => breach switch
    {
        // "Does she love you?" wants to know; "don't you think she loves you?" does not.
        Breach.FalseReassurance => reading.KindAt(span.First) != SentenceKind.OpenQuestion && !AsksPlainly(reading, span),
        Breach.Contradiction or Breach.DiagnosisAsLabel => reading.KindAt(span.First) != SentenceKind.OpenQuestion,
        Breach.Judgement or Breach.Dismissal => !repair.Owns || Insults.IsIn(reading.Text, span),
        _ => true,
    };

    private static bool AsksPlainly(ReplyReading reading, Span span)
    {
        var sentence = reading.Sentences.First(read => read.Span.Overlaps(span));
        return UptakeReader.AsksPlainly(reading.Text, sentence)
            && !reading.Text.Tokens.Skip(sentence.Span.First).Take(sentence.Span.Count).Any(token => WordLists.Negators.Contains(token.Text));
    }

    /// <summary>The client turns against themselves: shame, guilt and their like, primary or beside it.</summary>
    public static bool BlamesSelf(FeltEmotion feels) =>
        EmotionNeighbours.AreNeighbours(feels.Primary, EmotionFamily.Shame)
        || feels.Secondary.Any(family => EmotionNeighbours.AreNeighbours(family, EmotionFamily.Shame));
}
