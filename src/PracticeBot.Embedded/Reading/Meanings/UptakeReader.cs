using System.Collections.Frozen;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Meanings;

/// <summary>Measures how far the statements of a reply take up what the client told at this moment.</summary>
internal static class UptakeReader
{
    private const double Rare = 1.25;
    private const double Likened = 0.7;
    private const int FewSentences = 2;

    private static readonly HashSet<string> VerbFirst = new(StringComparer.Ordinal)
    {
        "did", "do", "does", "have", "has", "had", "are", "is", "was", "were", "will", "can", "could", "would", "any",
    };

    private static readonly FrozenSet<string> Others = Tables.WordsOf("holders", "others who do");
    private static readonly PhraseBook Inward = Tables.Phrases("questions", "inward");
    private static readonly PhraseBook Beneath = Tables.Phrases("reflection", "goes beneath");

    /// <summary>A closed question that begins with its verb wants to know; it gives nothing back, unless it asks after what is felt or meant.</summary>
    public static bool AsksPlainly(Passage text, ReadSentence sentence) =>
        sentence.Kind == SentenceKind.ClosedQuestion && VerbFirst.Contains(text.Tokens[sentence.Span.First].Text) && !Inward.IsIn(text, sentence.Span);

    public static Uptake Read(ReplyReading reading)
    {
        var told = reading.Client;
        var story = MomentMeaning.Of(reading.Context.Moment).Story;
        double own = 0, added = 0;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var beneath = false;
        var othersStory = false;
        int ofClient = 0, ofHelper = 0, ofOthers = 0, all = 0;
        foreach (var sentence in reading.Sentences)
        {
            if (sentence.Kind is SentenceKind.Check or SentenceKind.OpenQuestion || AsksPlainly(reading.Text, sentence))
            {
                continue;
            }

            all++;
            beneath |= Beneath.FindIn(reading.Text, sentence.Span).Exists(span => !IsStem(reading.Text, span));
            othersStory |= OpensWithOther(reading.Text, sentence.Span);
            switch (SubjectOf(reading.Text, sentence.Span))
            {
                case Subject.Client:
                    ofClient++;
                    break;
                case Subject.Helper:
                    ofHelper++;
                    break;
                case Subject.Other:
                    ofOthers++;
                    break;
                default:
                    break;
            }

            foreach (var unit in Concepts.UnitsOf(reading.Text, sentence.Span).Where(unit => unit.Stem.Length > 0))
            {
                if (!taken.Add(unit.Stem))
                {
                    continue;
                }

                var weight = Weight(reading.Text.Tokens[unit.Span.First]);
                if (told.Says(unit.Stem) || story.Any(other => other.Stem == unit.Stem))
                {
                    own += weight;
                }
                else if (told.Speaks(unit) || story.Any(unit.SharesConcept))
                {
                    own += Likened * weight;
                }
                else
                {
                    added += weight;
                }
            }
        }

        var isOfClient = ofClient > 0 ? ofHelper <= ofClient : ofHelper == 0 && ofOthers == 0 && all is > 0 and <= FewSentences;
        var given = told.ContentStems.Count(taken.Contains);
        return new Uptake(own, added, told.ContentCount > 0 ? given / (double)told.ContentCount : 0, isOfClient, ofClient > 0, othersStory, beneath);
    }

    private static double Weight(Token token) => Concepts.IsSlight(token) ? 0.4 : WordLists.Common.Contains(token.Text) ? 1 : Rare;

    /// <summary>"Sounds like a…" reflects and likens nothing.</summary>
    private static bool IsStem(Passage text, Span span) => text.Tokens[span.First].Text is "like" && span.First > 0
        && text.Tokens[span.First - 1].Stem is "sound" or "seem" or "look"
        && (text.IsBeginning(span.First - 1) || text.Tokens[span.First - 2].Text is "it" or "that" or "this" or "you");

    /// <summary>Whom a sentence is about: "you" anywhere makes it the client's, unless it opens with the helper's own doing.</summary>
    private static Subject SubjectOf(Passage text, Span span)
    {
        var opens = Subject.None;
        var hasClient = false;
        for (var at = span.First; at < span.End; at++)
        {
            var word = text.Tokens[at].Text;
            hasClient |= word is "you" or "your" or "yourself" or "yours";
            opens = opens != Subject.None ? opens : word switch
            {
                "i" or "my" => Subject.Helper,
                "he" or "she" or "they" => Subject.Other,
                "you" or "your" => Subject.Client,
                _ => Subject.None,
            };
        }

        return hasClient ? Subject.Client : opens;
    }

    /// <summary>"People expect too much of you", "sounds like your children have forgotten": the first to do something is somebody else.</summary>
    private static bool OpensWithOther(Passage text, Span span)
    {
        for (var at = span.First; at < span.End; at++)
        {
            var word = text.Tokens[at].Text;
            if (Others.Contains(word))
            {
                return true;
            }

            if (word is "you" or "i" || (word is "your" && at + 1 < span.End && !Others.Contains(text.Tokens[at + 1].Text)))
            {
                return false;
            }
        }

        return false;
    }

    private enum Subject
    {
        None,
        Client,
        Helper,
        Other,
    }
}
