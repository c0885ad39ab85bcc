using System.Text.RegularExpressions;

namespace PracticeBot.Core.Safety;

/// <summary>
/// Looks in a learner's message for the learner's <b>own</b> present risk or distress, in the first person. Asking the client
/// about suicide, speaking in the client's voice, the past tense, negation, figures of speech and feeling-with are not hits.
/// </summary>
public static partial class RiskScreen
{
    /// <summary>Milliseconds; far beyond what any message takes, so that a busy machine never fails one.</summary>
    private const int Patience = 20_000;

    /// <summary>The kind of risk that the message speaks of, null where there is none.</summary>
    public static RiskKind? Find(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = Quoted().Replace(Plain(message), " ");
        foreach (var sentence in Sentences().Split(text))
        {
            if (IsOwn(sentence, Suicide(), DyingToKnow()))
            {
                return RiskKind.Suicide;
            }

            if (IsOwn(sentence, SelfHarm(), DyingToKnow()))
            {
                return RiskKind.SelfHarm;
            }

            if (IsOwn(sentence, Distress(), FeelingWith()))
            {
                return RiskKind.Distress;
            }
        }

        return null;
    }

    /// <param name="figure">Makes it a manner of speaking. Where in doubt it is a hit: stepping out once too often does little harm.</param>
    private static bool IsOwn(string sentence, Regex risk, Regex figure)
    {
        foreach (Match match in risk.Matches(sentence))
        {
            var before = sentence[..match.Index];
            if (!ClientsVoice().IsMatch(before) && !NotNow().IsMatch(before) && !figure.IsMatch(sentence[match.Index..]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string message) => message.Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"');

    /// <summary>Words between double quotes are somebody else's, mostly the client's own, given back.</summary>
    [GeneratedRegex("\"[^\"]{1,300}\"", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[.!?;\n]+", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Sentences();

    /// <summary>
    /// What stands right before the risk puts it into the client's mouth: "part of you says…", "you're telling yourself…". A comma, "but"
    /// or "and" between the two ends it, and so does what is done to the learner: "you make me feel like…".
    /// </summary>
    [GeneratedRegex(
        @"\b(you|your|you're|youre|you've|youve|she|he|they|client|someone|people)\b((?!,|\b(me|but|and|i|i'm|im)\b).){0,60}\b(say(s|ing)?|said|tell(s|ing)?|told|think(s|ing)?|thought|feel(s|ing)?|felt|voice|mean(s|ing)?|like|as if|whisper(s|ing)?|part)\b((?!,|\b(me|but|and)\b).){0,30}[,:]?\s*$|\b(part of|voice in) you\b((?!\bbut\b).){0,40}$|\b(if|imagine|suppose)\W+$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex ClientsVoice();

    /// <summary>The past, or somebody else's.</summary>
    [GeneratedRegex(
        @"\b(years ago|back then|used to|at the time|in the past|when i was|once upon|as a (teen|teenager|child|kid)|there was a time)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex NotNow();

    /// <summary>"I could have died of embarrassment", "dying to know".</summary>
    [GeneratedRegex(
        @"^.{0,40}?\b(die|dying|dead|kill myself)\s+(of (embarrassment|laughter|boredom|curiosity)|laughing|to (know|hear)|for a coffee)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex DyingToKnow();

    /// <summary>Moved by the client, or by the weather.</summary>
    [GeneratedRegex(
        @"^.{0,40}\b(laughing|in this heat|in this mask|when i hear|hearing (that|this|you)|listening to you)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex FeelingWith();

    [GeneratedRegex(
        """
        \bi\s+(really\s+|just\s+|honestly\s+|actually\s+|sometimes\s+|still\s+|often\s+|keep\s+){0,2}
            (want|wanna|wanting|plan|intend|am\s+going|need|would\s+like)\s*(to\s+)?(just\s+)?(die|be\s+dead|kill\s+my\s?self|end\s+(it\s+all|it|my\s+life|everything)|not\s+(be\s+alive|exist|wake\s+up)|disappear\s+for\s+good)\b
        | \bi\s?('m|m|\s+am|'ve\s+been|ve\s+been|\s+have\s+been|\s+was\s+just|\s+keep)\s+(really\s+|seriously\s+|actually\s+|just\s+|also\s+){0,2}
            (going\s+to|gonna|about\s+to|planning\s+(to|on)|thinking\s+(of|about)|having\s+thoughts\s+(of|about)|considering)\s+
            (kill(ing)?\s+my\s?self|end(ing)?\s+(it\s+all|it|my\s+(own\s+)?life|everything)|suicide|dying|taking\s+my\s+(own\s+)?life|take\s+my\s+(own\s+)?life|jumping)\b
        | \bi\s?('m|m|\s+am|\s+feel|'ve\s+been\s+feeling|\s+have\s+been\s+feeling)\s+(really\s+|so\s+|actually\s+|quite\s+|a\s+bit\s+|pretty\s+|very\s+|also\s+){0,2}suicidal\b
        | \bi\s+(really\s+|just\s+|honestly\s+|actually\s+){0,2}(do\s?n't|dont|do\s+not|can't|cant|cannot)\s+(want\s+to\s+|wanna\s+)(live|be\s+here|be\s+alive|exist|go\s+on|wake\s+up)(\s+any\s?more|\s+myself|\s+either|\s*$|\s*,)
        | \bi\s+(really\s+|just\s+|honestly\s+){0,2}(can't|cant|cannot)\s+go\s+on(\s+(any\s?more|like\s+this|living)|\s*$)
        | \bi\s?('ll|ll|\s+will|\s+might|\s+may)\s+(really\s+|just\s+|probably\s+){0,2}(kill\s+my\s?self|end\s+(it\s+all|my\s+(own\s+)?life|everything)|take\s+my\s+(own\s+)?life)\b
        | \bi\s*('ve|ve|\s+have)\s+(got\s+)?(a|the|my)\s+(plan|way|means)\s+(to|of|for)\s+(kill(ing)?\s+my\s?self|end(ing)?\s+(it\s+all|my\s+life)|dying|die)\b
        | \bi\s+(really\s+|just\s+|often\s+|sometimes\s+|keep\s+|do\s+|still\s+|always\s+){0,2}think(ing)?\s+(a\s+lot\s+)?(about|of)\s+(kill(ing)?\s+my\s?self|ending\s+(it\s+all|my\s+life)|suicide|dying|taking\s+my\s+(own\s+)?life)\b
        | \bi\s+(really\s+|just\s+|so\s+|sometimes\s+){0,2}wish\s+i\s+(was|were)\s+dead\b
        | \bi\s+(really\s+|just\s+|sometimes\s+){0,2}wish\s+i\s+(had\s+never\s+been|was\s+never|hadn't\s+been|were\s+never|had\s+not\s+been)\s+born\b
        | \b(everyone|everybody|they|my\s+(family|kids|children|friends))\s*('d|would|will)\s+be\s+better\s+off\s+without\s+me\b
        | \bi\s*(\shave|'ve\s+got|'ve|ve)\s+(got\s+)?(no\s+reason|nothing\s+left)\s+to\s+live\b
        | \bi\s*(\shave|'ve|ve)\s+(just\s+)?(taken|swallowed)\s+(an\s+overdose|(all\s+)?(the|my|some|a\s+lot\s+of)\s+(pills|tablets))\b
        | \bi\s+(just\s+)?(took|swallowed)\s+(an\s+overdose|all\s+(the|my)\s+(pills|tablets))\b
        | \bi\b((?!,|\b(you|your|never|not|didn't|didnt|n't|would\s+have|could\s+have)\b).){0,40}\b(kill(ing)?|hang(ing)?|shoot(ing)?|drown(ing)?)\s+my\s?self\b
        | \bi\s?('m|m|\s+am)?\s*(really\s+|just\s+|honestly\s+|sometimes\s+|still\s+){0,2}(feel|feeling)\s+(really\s+|just\s+|so\s+)?like\s+(dying|ending\s+(it(\s+all)?|my\s+life|everything)|i\s+(want|need)\s+to\s+die|not\s+(being\s+(here|alive)|existing))\b
        | \bi\s+(really\s+|just\s+|keep\s+){0,2}(have|get|getting|having)\s+(the\s+|an\s+|this\s+)?(urges?|thoughts?)\s+(to|of|about)\s+(die|dying|kill\s+my\s?self|end(ing)?\s+(it(\s+all)?|my\s+life))\b
        | \b(i'm|im|i\s+am)\s+(gonna|going\s+to)\s+kms\b | \bi\s+(wanna|want\s+to)\s+kms\b | ^\s*(might|gonna|wanna|imma|just)?\s*kms\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Suicide();

    [GeneratedRegex(
        """
        \bi\s?('m|m|\s+am|'ve\s+been|ve\s+been|\s+have\s+been|'ve\s+started|\s+have\s+started|\s+keep|\s+started)\s+(just\s+|also\s+|still\s+){0,2}(cutting|burning|hurting|harming|starving)(\s+my\s?self|\s+again)
        | \bi\s+(really\s+|just\s+|still\s+){0,2}(want|wanna|need|might|am\s+going|could)\s*(to\s+)?(hurt|harm|cut|burn)\s+my\s?self\b
        | \bi('m|m)\s+(going\s+to|gonna|scared\s+i('ll|\s+will|\s+might))\s+(hurt|harm|cut|burn|do\s+something\s+to)\s+my\s?self\b
        | \bi\s+(hurt|cut|harmed|burned|burnt)\s+my\s?self\s+(again\s+)?(last\s+night|today|tonight|this\s+(morning|week)|yesterday|just\s+now|again)\b
        | \bi\s+(might|may|could)\s+do\s+something\s+(to\s+my\s?self|stupid\s+tonight)\b
        | \bi\s?('m|m|\s+am|\s+do\s?n't\s+feel|\s+dont\s+feel)\s+(really\s+)?(not\s+)?safe\s+(at\s+home|right\s+now|with\s+my\s?self|tonight|any\s?more)(?<=(not|n't|nt)\b.{0,40})
        """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex SelfHarm();

    [GeneratedRegex(
        """
        \bi('m|m|\s+am|\s+think\s+i('m|m|\s+am))\s+(actually\s+|really\s+|just\s+)?having\s+a\s+panic\s+attack\b
        | \bi\s+(really\s+|just\s+|actually\s+)?(can't|cant|cannot)\s+breathe\b
        | \bi\s+(really\s+|just\s+|actually\s+)?(can't|cant|cannot)\s+stop\s+(crying|shaking)\b
        | \bi('m|m|\s+am)\s+(really\s+|actually\s+|honestly\s+|so\s+){0,2}(not\s+ok(ay)?\s+(myself|right\s+now|at\s+all|to\s+(carry\s+on|continue|go\s+on))|falling\s+apart\s+(myself|right\s+now|here)|breaking\s+down\s+(myself|right\s+now|here))
        | \bi\s+need\s+(some\s+)?help\s+(myself|for\s+myself|right\s+now)\b
        | \bi('m|m|\s+am)\s+(the\s+one\s+)?in\s+crisis\b
        | \bthis\s+(is|has)\s+(really\s+|actually\s+|too\s+|been\s+){0,2}(triggering|triggered|retraumatising|retraumatizing)(\s+for)?\s+me\b
        | \bthis\s+is\s+(really\s+)?(too\s+much|too\s+close\s+to\s+home)\s+for\s+me(\s+(right\s+now|to\s+go\s+on|myself|to\s+continue))\b
        | \bthis\s+is\s+bringing\s+(up|back)\s+my\s+own\b
        | \bthis\s+(just\s+)?happened\s+to\s+me\s+(too|as\s+well)?\s*(last\s+(week|night)|yesterday|today|and\s+i\s+can't)
        """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Patience)]
    private static partial Regex Distress();
}

/// <summary>What a learner's own words speak of.</summary>
public enum RiskKind
{
    Suicide,
    SelfHarm,
    Distress,
}
