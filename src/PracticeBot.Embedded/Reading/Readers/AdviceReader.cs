using PracticeBot.Core.Assessments;
using PracticeBot.Embedded.Reading.Phrases;
using PracticeBot.Embedded.Reading.Texts;

namespace PracticeBot.Embedded.Reading.Readers;

/// <summary>Advice, as a statement or a question; premature unless the client asked for it or has just said yes to it.</summary>
internal static class AdviceReader
{
    private static readonly PhraseBook Advice = Tables.Phrases("advice", "advice");
    private static readonly PhraseBook LookAlikes = Tables.Phrases("advice", "advice look alikes");
    private static readonly PhraseBook InAStem = Tables.Phrases("advice", "advice in a stem");
    private static readonly PhraseBook Permission = Tables.Phrases("advice", "permission");
    private static readonly PhraseBook AskedFor = Tables.Phrases("advice", "asked for");

    /// <summary>The words of advice, null where there are none.</summary>
    public static Span? Find(ReplyReading reading)
    {
        var text = reading.Text;
        var permission = Permission.FindIn(text);
        foreach (var span in Advice.FindIn(text))
        {
            if (permission.Exists(asked => asked.Overlaps(span)) || !Imperative.Allows(text, span) || IsLookAlike(text, span) || IsOpenQuestion(reading, span))
            {
                continue;
            }

            if (Attribution.Covers(text, span) && !(InAStem.IsIn(text, span) && !IsOthers(text, span)))
            {
                continue;
            }

            return span;
        }

        return null;
    }

    public static Span? PermissionIn(ReplyReading reading) => Permission.FirstIn(reading.Text);

    /// <summary>The client's last line asks what to do, or the learner asked to offer something and this follows.</summary>
    public static bool IsWelcome(ReplyReading reading)
    {
        if (AskedFor.IsIn(reading.Client.Text))
        {
            return true;
        }

        if (reading.Context.EarlierReplies is not [.., var last])
        {
            return false;
        }

        return Permission.IsIn(Passage.Read(last, speller: null)) && SaysYes(reading.Client.Text);
    }

    private static bool SaysYes(Passage line) =>
        line.Tokens.Take(4).Any(token => token.Text is "yes" or "yeah" or "sure" or "okay" or "please" or "yep" or "course");

    private static bool IsLookAlike(Passage text, Span span)
    {
        var from = Math.Max(text.SentenceOf(span.First).First, span.First - 1);
        var sentence = text.SentenceOf(span.First);
        return LookAlikes.FindIn(text, new Span(from, sentence.End)).Exists(look => look.Overlaps(span) && look.First <= span.First);
    }

    /// <summary>"What have you tried?" asks; it advises nothing.</summary>
    private static bool IsOpenQuestion(ReplyReading reading, Span span)
    {
        var sentence = reading.Text.SentenceOf(span.First);
        for (var at = sentence.First; at < span.First; at++)
        {
            if (reading.Text.Tokens[at].Text is "what" or "how" or "who" or "where" or "when" or "which")
            {
                return !(reading.Text.Tokens[at].Text is "what" or "how" && at + 1 < sentence.End && reading.Text.Tokens[at + 1].Text is "about" or "if");
            }
        }

        return false;
    }

    /// <summary>What stands before is more than a stem: it is what somebody thinks or says.</summary>
    private static bool IsOthers(Passage text, Span span)
    {
        for (var at = span.First - 1; at >= text.SentenceOf(span.First).First; at--)
        {
            if (text.Tokens[at].Stem is "feel" or "think" or "say" or "tell" or "believ" or "part" or "want" or "wish")
            {
                return true;
            }
        }

        return false;
    }
}
