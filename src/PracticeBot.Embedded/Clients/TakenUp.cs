using System.Text.RegularExpressions;
using PracticeBot.Core.Turns;

namespace PracticeBot.Embedded.Clients;

/// <summary>
/// Begins a line that has no slot with the learner's own words, turned round: "Annoyed? No…", "Nobody asked me. Yeah…". One hears
/// what she answers to. Not twice running, and not where the line takes a phrase up itself.
/// </summary>
internal static partial class TakenUp
{
    /// <summary>What share of the opening's telling words stood in the learner's reply before, for it to count as taken up.</summary>
    private const double Echoed = 0.6;

    public static string Opens(Scene scene, Candidate choice)
    {
        var text = choice.Text;
        if (choice.Line.TakesPhrase || choice.Line.TakesEarlier || Mark(scene, text) is not { } mark || scene.Phrase is not { } phrase
            || Shares(text, phrase) || (mark != "?" && OpenedLast(scene)))
        {
            return text;
        }

        var gesture = Gesture().Match(text).Value;
        return $"{gesture}{char.ToUpperInvariant(phrase[0])}{phrase[1..]}{mark} {text[gesture.Length..]}";
    }

    /// <summary>How the words stand before the line: asked back, agreed with, thought over; null where they don't belong.</summary>
    private static string? Mark(Scene scene, string text) => scene.Directive switch
    {
        // A question is answered; what stood before it is not gone back to.
        { Reaction: Reaction.Continue or Reaction.Deepen, Cause: not Causes.Check } when scene.Questions is [.., { IsLast: true }] => null,
        { Reaction: Reaction.Correct, Cause: not Causes.Other } => "?",
        { Reaction: Reaction.Hesitate, Cause: Causes.WrongFeeling or Causes.WrongMeaning or Causes.Understated or Causes.Overstated } => "?",
        { Reaction: Reaction.Continue, Cause: Causes.Feeling or Causes.Meaning or Causes.Check } => Assents().IsMatch(SpokenText.Of(text)) ? "." : "…",
        { Reaction: Reaction.Deepen, Cause: Causes.Feeling or Causes.Meaning or Causes.Check } => "…",
        { Reaction: Reaction.Answer, Cause: Causes.Encourager or Causes.Other } when scene.Questions.Count == 0 => "…",
        _ => null,
    };

    /// <summary>The line says the words already.</summary>
    private static bool Shares(string text, string phrase)
    {
        var concepts = Words.Concepts(text);
        return Words.Of(phrase).Where(Words.IsTelling).Select(Words.Concept).Any(concepts.Contains);
    }

    /// <summary>Her last line began with words of the reply that it answered.</summary>
    public static bool OpenedLast(Scene scene)
    {
        if (scene.LastLine is not { } last || scene.Context.EarlierReplies.Count == 0)
        {
            return false;
        }

        var spoken = SpokenText.Of(last);
        var end = spoken.AsSpan().IndexOfAny(['.', '?', '!', '…']);
        var telling = end < 0 ? [] : Words.Of(spoken[..end]).Where(Words.IsTelling).Select(Words.Concept).ToArray();
        var reply = Words.Concepts(scene.Context.EarlierReplies[^1]);
        return telling.Length > 0 && telling.Count(reply.Contains) >= Echoed * telling.Length;
    }

    [GeneratedRegex(@"^(\*[^*]+\*\s+)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gesture();

    [GeneratedRegex(
        @"^(…\s*)?(yes|yeah|yep|mm|mhm|aye|that's it|that is it|exactly|correct|right|it is|it does|that's right|near enough)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assents();
}
