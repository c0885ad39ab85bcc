using System.Text.RegularExpressions;
using PracticeBot.Core.Personas;
using PracticeBot.Core.Safety;
using PracticeBot.Core.Turns;

namespace PracticeBot.Embedded.Clients.Guarding;

/// <summary>Does the client stay the client: no machine, no helper, nobody who thanks for what missed?</summary>
internal static partial class RoleTalk
{
    public static LineFault? FaultOf(string sentence, GuardedLine line)
    {
        if (line.Directive.Reaction == Reaction.OutOfRole)
        {
            return null;
        }

        // What the author has the client say here, the client may say.
        if (Machine().IsMatch(sentence) && !Machine().IsMatch(line.Guide))
        {
            return LineFault.OutOfRole;
        }

        if (Slurs().IsMatch(sentence) && !Slurs().IsMatch(line.Guide))
        {
            return LineFault.OutOfRole;
        }

        // Only who the author wrote as somebody in danger may be.
        if (RiskScreen.Find(sentence) is not null && RiskScreen.Find(line.Guide) is null && !line.Persona.Layers.Take(line.Layer + 1).SelectMany(layer => layer.Says).Any(says => RiskScreen.Find(says) is not null))
        {
            return LineFault.InventsRisk;
        }

        if (Counsel().IsMatch(sentence) && !Counsel().IsMatch(line.Guide))
        {
            return LineFault.GivesAdvice;
        }

        return Missed(line.Directive) && line.Persona.Tendency != Tendency.Appeasing && Agrees(sentence, line) && !Agrees(line.Guide, line)
            ? LineFault.PraisesAMiss
            : null;
    }

    /// <summary>The rules say that the reply did not meet the client.</summary>
    private static bool Missed(Directive directive) => directive.Reaction is
        Reaction.Hesitate or Reaction.Withdraw or Reaction.Confront or Reaction.Guarded or Reaction.Correct or Reaction.Unease or Reaction.Exit;

    /// <summary>Who draws back may say "you're right" to be left alone; only who confronts would not.</summary>
    private static bool Agrees(string sentence, GuardedLine line)
    {
        if (sentence.TrimEnd().EndsWith('?'))
        {
            return false;
        }

        var said = Denied().Replace(sentence, " ");
        return Praise().IsMatch(said) || (line.Persona.Tendency == Tendency.Challenging && GivesIn().IsMatch(said));
    }

    [GeneratedRegex(
        @"\b(an?|the|as an?|just an?|only an?) (AI|A\.I\.|language model|chat ?bot|bot|virtual assistant|AI assistant|simulation|simulated client|fictional character)\b|\bas (your|the|a) (client|persona|character) in (this|the)\b|\bas an (assistant|AI)\b|\b(chatgpt|gpt-?\d|openai|qwen|claude|gemini|llama|mistral|deepseek|alibaba|anthropic)\b|\b(made|trained|created|developed|built) by (openai|google|meta|anthropic|alibaba|microsoft)\b|\bthe (instructions|prompt|rules|script) (say|says|tell|tells)\b|\b(ten|five|\d+) out of (ten|five|10|5)\b|\b(system prompt|my (prompt|instructions|programming|training data|guidelines|persona)|prompt says|role-?play(ing)?|stay(ing)? in (role|character)|break(ing)? character|full marks|out of character|the (learner|rubric|user|assessor)|your (score|verdict|attunement))\b|\bhow (can|may) I (help|assist) you\b|\bI('m| am) (here to help|happy to help|unable to (comply|help with)|not able to (comply|help with that))\b|\bI can('t|not) (assist|comply|help) with (that|this)\b|^\W*(system|assistant|user|learner|helper|client|narrator|stage directions?)\s*:",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Machine();

    [GeneratedRegex(
        @"\byou (should|could|might want to|may want to|need to|ought to|have to) (try|consider|practi[sc]e|focus on|work on|reflect|validate|ask more|use open|listen more|remember)\b|\bhave you (considered|thought about|tried) (asking|saying|reflecting|using|being|naming)\b|\bmy advice\b|\bI('d| would) (suggest|recommend|advise)\b|\bit('s| is) important (to|that) (remember|note|you|we|take)\b|\bremember to (breathe|ask|reflect|take)\b|\ba good (counsell?or|helper|listener|therapist) (would|will|should)\b|\bas a (counsell?or|helper|therapist), you\b|\btry to (reflect|validate|name|acknowledge) (my|the)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counsel();

    [GeneratedRegex(
        @"^\W*((yes|yeah|mm+|oh|god)[\s,.]*)*(exactly\b|that('s| is) (it|exactly it|so true|so right|very true|how it is)\W*$)|\bspot on\b|\byou (really |do |truly |actually )?(get|understand) (me|it|this|how|what|exactly)\b|\byou('ve| have) (really )?understood\b|\bthank(s| you)\b[^.?!]* (hearing|understanding|saying (that|so)|seeing)\b|\bthat (really |does |actually )?(helps|means a lot|helped)\b|\bI feel (so |really |truly )?(heard|understood|seen|better already)\b|\b(well said|beautifully put|well put|you put it (so|perfectly))\b|\bno ?one has ever (put|said|understood)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Praise();

    [GeneratedRegex(
        @"\b(cunts?|n[i1]gg\w+|faggots?|retards?|whores?|sluts?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slurs();

    [GeneratedRegex(
        @"\byou('re| are) (so |absolutely |quite |completely )?right\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GivesIn();

    [GeneratedRegex(
        @"\b(not|never|don't|doesn't|didn't|isn't|aren't|wasn't|can't|hardly|if|as if|think|wish)\b[^.,;?!…]{0,40}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Denied();
}
