using System.Text.RegularExpressions;

namespace PracticeBot.Embedded.Clients;

/// <summary>What a question is after, among the questions that every client is asked.</summary>
[Flags]
internal enum Focus
{
    None = 0,
    Since = 1,
    People = 2,
    Work = 4,
    Home = 8,
    Body = 16,
    Tried = 32,
    Wants = 64,
    Risk = 128,
    Real = 256,
    Name = 512,

    /// <summary>How something feels: for the layer to answer, not for a fact.</summary>
    Feeling = 1024,
}

internal static class FocusExtensions
{
    /// <summary>True where the two have something in common.</summary>
    public static bool Meets(this Focus one, Focus other) => (one & other) != Focus.None;
}

/// <summary>Hears what a question is after, in the many ways that people ask it.</summary>
internal static partial class QuestionFocus
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Timeout = 1000;

    /// <param name="text">Lower case, straight apostrophes.</param>
    public static Focus Of(string text) =>
        WithoutBody(When(Since(), text, Focus.Since) | When(People(), text, Focus.People) | When(Work(), text, Focus.Work)
        | When(Home(), text, Focus.Home) | When(Body(), text, Focus.Body) | When(Tried(), text, Focus.Tried)
        | When(Wants(), text, Focus.Wants) | When(Risk(), text, Focus.Risk) | When(Real(), text, Focus.Real)
        | When(Name(), text, Focus.Name) | When(Feeling(), text, Focus.Feeling), text);

    /// <summary>True where words speak of suicide or of harm to oneself, asked or not.</summary>
    public static bool IsOfRisk(string text) => Risk().IsMatch(text);

    /// <summary>True where words are about telling somebody.</summary>
    public static bool IsOfTelling(string text) => Telling().IsMatch(text);

    /// <summary>True where a question is after what she does when she does not work.</summary>
    public static bool IsOfLeisure(string text) => Leisure().IsMatch(text);

    /// <summary>True where a question is after what somebody else wants, thinks or says, not after who they are.</summary>
    public static bool IsOfAnothersMind(string text) => AnothersMind().IsMatch(text);

    /// <param name="ask">A fact's own keyword, which may stand for a whole question: "your job", "sleep".</param>
    public static Focus OfKeyword(string ask) => Of(ask)
        | When(WorkWord(), ask, Focus.Work) | When(HomeWord(), ask, Focus.Home) | When(PeopleWord(), ask, Focus.People)
        | When(TriedWord(), ask, Focus.Tried) | When(WantsWord(), ask, Focus.Wants) | When(SinceWord(), ask, Focus.Since);

    /// <summary>What the body does when something happens is told by the layer, not by how she sleeps.</summary>
    private static Focus WithoutBody(Focus focus, string text) =>
        focus.Meets(Focus.Feeling) && text.Contains("when ", StringComparison.Ordinal) ? focus & ~Focus.Body : focus;

    private static Focus When(Regex heard, string text, Focus focus) => heard.IsMatch(text) ? focus : Focus.None;

    [GeneratedRegex(
        @"\b(since when|how long ago)\b|\bhow (long|far back|many (days|weeks|months|years))( ago)?\b(?!.*\b(married|together|there|lived?|living|work(ed|ing)?|job|shifts?|retired|dating|known|last)\b)"
        + @"(\s*(\?|$)|.{0,30}\b(this|that|it|things|you|like this|like that|going on|feel|felt|feeling|been|start|begin)\b)"
        + @"|\bwhen (did|was) (it|this|that|things|all this|you (first|start|begin|notice)|the first)\b"
        + @"|\b(been going on|go back a long|is (this|that|it) (a )?(new|recent)|has (it|this|that) always been|always (been|felt) (like )?(this|that))\b|\bwhen\b.{0,25}\b(start|began|begin|first)",
        Options, Timeout)]
    private static partial Regex Since();

    [GeneratedRegex(
        @"\b(who|any ?one|any ?body|some ?one|some ?body|people|friends?|anybody)\b.{0,40}\b(around|at home|support|supports|supporting|there for|lean|turn to|turn|close|in your life|live with|look after|looks after|rely|count on|have)\b"
        + @"|(?<!\b(told|tell|telling|talked to|talk to|spoken to) )\b(any|have|have a|got|got a|about) (big |close |a )?(family|partner|husband|wife|boyfriend|girlfriend|kids|children|brothers?|sisters?|siblings|friends|neighbours|neighbors|grandchildren)\b|(?<!\b(told|tell|telling|talked to|talk to|spoken to) )\byour (family|friends|kids|children|siblings|partner)\b|\bare there (any )?(people|neighbours|neighbors|friends)\b"
        + @"|\b(who|any ?one|any ?body)\b.{0,15}\byou (see|speak to|talk to|spend|know|trust|go to)\b|\bon your side\b"
        + @"|\b(see|close to|hear from|get (on|along) with)\b.{0,12}\b(family|daughter|son|kids|children|friends)\b"
        + @"|\b(are you|you're) (married|single|seeing anyone|in a relationship|on your own with)\b|\bsupport (system|network)\b|\bdo you have (much |any )?support\b",
        Options, Timeout)]
    private static partial Regex People();

    [GeneratedRegex(
        @"\b(what|which|how|tell me|hear|more)\b.{0,25}\b(your|the) (job|work|career|studies|course|degree)\b|\bwhat (do|did) you do( for (a living|work|a job))?( all day)?\s*(\?|$)|\bwhere do you work\b"
        + @"|\b(do|are) you (working|work|employed|studying|study|in (work|college|school|uni|university)|a student)\b\s*(\?|$|at|now|or)|\b(like|enjoy|enjoying|happy (in|at|with)|how('s| is)) (your |the )?(job|work|working)\b|\bwhat line of work|\bwhat kind of work|\byour occupation|\bwhat are you studying|\bare you retired",
        Options, Timeout)]
    private static partial Regex Work();

    [GeneratedRegex(
        @"\bwhere('s| is) home\b|\bwhere (do you|are you|you|d'you|whereabouts are you) (live|living|based|stay|staying|from)\b|\b(your|the) (home|house|flat|place|living situation|home life)\b( like)?\s*(\?|$)|\b(what's|what is|how is|how are) (things )?(it like )?at home\b"
        + @"|\b(do you|are you) (live|living) (alone|by yourself|on your own|with)\b|\bwho do you live with\b|\bhome like\b|\bhow('s| is) home\b",
        Options, Timeout)]
    private static partial Regex Home();

    [GeneratedRegex(
        @"\bhow (are|were) your nights\b|\bwhat time do you (get up|wake|go to bed)\b|\b(sleep|sleeping|slept|sleeps|eat|eating|appetite|headaches?|rested|nightmares?)\b|\b(your|the) (body|health|energy|physical)|\bphysically\b|\bin your body\b|\bare you (tired|eating|resting|unwell|ill)\b",
        Options, Timeout)]
    private static partial Regex Body();

    [GeneratedRegex(
        @"\b(what|anything|something|things)\b.{0,30}\b(tried|help(s|ed)( you)?( at all| a (bit|little))?\s*(\?|$|with|so far|before|when|to)|made it (better|easier)|makes it (better|easier))"
        + @"|\b(how|what)\b.{0,25}\b(cope|coping|manage|managing|managed|get(ting)? through|keep going|dealing|dealt|deal)\b|\b(talked|spoken|told|talk|speak|been|opened up) (to|with) (any ?one|any ?body|some ?one|some ?body|a (doctor|gp|professional|counsell?or|therapist))\b"
        + @"|\b(seen|seeing|see) (a|any|some|your) ?(one|body)?\s*(doctor|gp|counsell?or|therapist|professional)?\b.{0,20}\b(about|for|before)\b|\bhave you (had|tried) (any )?(counsell?ing|therapy|help)\b|\bcoping\b",
        Options, Timeout)]
    private static partial Regex Tried();

    [GeneratedRegex(
        @"\bwhat (do|would|are|were) you (want|like|need|hope|hoping|looking|wanting|expect)\b.{0,30}\b(from|for|out of|today|here|me|this|us|talk|session|\?|$)|\b(brings|brought|made) you (here|in|to|along|today|come|reach)"
        + @"|\bwhy (are|did) you (here|come)|\bwhat would (help|be (helpful|useful|good))|\bhoping (for|to)\b|\bget out of (this|our|today|talking|it)|\b(can i|could i) (help|do for you)|\bwhat can i do\b|\buse (our|this|the) time|\bwould you like to (get|talk|focus|happen|work)",
        Options, Timeout)]
    private static partial Regex Wants();

    [GeneratedRegex(
        @"\bsuicid|\b(kill|killing|hurt|hurting|harm|harming|cut|cutting) (yourself|urself|themselves)\b|\b(end|ending|take|taking) (your|ur) (own )?life\b|\b(end|ending) (it all|things|everything)\b|\bending it\b"
        + @"|\b(are|do|keep|keeping|feel|feeling|stay)\b.{0,12}\bsafe\b|\b(not|n't|no longer|didn't|don't|never)\b.{0,20}\b(want|wanting|wanted|wish) to (be here|be alive|live|wake up|go on|exist|carry on)\b"
        + @"|\bwish(ed|ing)? you (weren't|were not|wasn't|were dead|were gone|could die|hadn't been born|wouldn't wake)|\bbetter off (dead|without you|if you)|\b(thought|thoughts|think|thinks|thinking) (of|about) (death|dying|ending|being dead|not being|not wak)"
        + @"|\bnot (being|be|waking|wake) (here|alive|around|up)\b|\bworth living\b|\bwant(ed|ing)? to die\b|\bself[- ]?harm|\blife isn't worth|\bpoint (of|in) (living|going on)",
        Options, Timeout)]
    private static partial Regex Risk();

    [GeneratedRegex(
        @"\b(are you|you're|is this|am i (talking|speaking|chatting) (to|with)|r u|you)\b.{0,12}\b(real( person)?|an? (ro)?bot|robot|human|an? ai|chat ?bot|machine|computer|simulat\w*|chatgpt|program|actual person|fake)\b(?! life)",
        Options, Timeout)]
    private static partial Regex Real();

    [GeneratedRegex(
        @"\b(what|whats|what's|tell me|may i ask|can i ask|know)\b.{0,12}\b(your|ur) (first )?name\b|\b(should|can|may|do|shall|could) i call you\b|\bcall you\b|\b(go by|be called|to be addressed)\b|\bwho (are you|am i (talking|speaking) (to|with))\s*(\?|$)|\byour name\b",
        Options, Timeout)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\b(how|what|where|do|did|does|are|when)\b.{0,25}\b(feel|felt|feeling|feelings|emotions?)\b|\bwhat('s| is| was|s) (it|that|this)( all)? like( for you)?( now| then| inside)?\s*(\?|$)|\blike (to|when|being|having) |\bgoing through your (mind|head)\b|\bwhat comes up\b|\bwould you (say|tell|advise)\b|\bwhat happens (in|inside)\b|\bhow have you been\b(?! (sleeping|eating))",
        Options, Timeout)]
    private static partial Regex Feeling();

    [GeneratedRegex(
        @"\b(does|do|did|would|will|is|was)\b (he|she|they|(your|the) \w+|it \w+) (really |want\w* |ever )?(want|think|say|feel|mean|expect|need|miss|see|make of|react|respond|mind)\b"
        + @"|\bhow('s| is| are) (he|she|they|your (?!nights|sleep|appetite|health|body|work|job|own|home|house)\w+)\b(?! like)|\bwhat (happens|would happen|will happen)\b.*\bif\b|\byou and (your \w+|\w+) (ever |still )?(talk|speak|argue|fight|row)\b|\b(he|she|they|your \w+|\w+) (would|might|will) (say|think|feel|want|make of)\b|\b(want|like|wish|need)(ed)? (him|her|them|people|your \w+|\w+) to \w+|\bfrom (the people|people|them|him|her|your \w+|\w+)\s*(around you)?\s*\?(?<!(me|this|us|here|today|it|together)\s*\?)",
        Options, Timeout)]
    private static partial Regex AnothersMind();

    [GeneratedRegex(@"\b(not (at|in) work|not working|outside( of)? work|spare time|free time|days? off)\b", Options, Timeout)]
    private static partial Regex Leisure();

    [GeneratedRegex(@"\b(told|tell|telling|said anything to|mentioned|talked to|spoken to|opened up to)\b", Options, Timeout)]
    private static partial Regex Telling();

    [GeneratedRegex("^(your |the |at )?(job|work|career|studies|occupation|profession)$", Options, Timeout)]
    private static partial Regex WorkWord();

    [GeneratedRegex("^(your |at )?(home|house|flat|place|home like)$|^live alone$|^where do you live$", Options, Timeout)]
    private static partial Regex HomeWord();

    [GeneratedRegex("^(your |any )?(family|friends|partner|who is around you|who is around|support)$", Options, Timeout)]
    private static partial Regex PeopleWord();

    [GeneratedRegex("^(what have you |anything you've )?tried( anything| so far)?$|^(how do you )?cop(e|ing)$|^what helps$", Options, Timeout)]
    private static partial Regex TriedWord();

    [GeneratedRegex("^what (do you want|would help)( from)?( this| today)?$|^hoping for$|^what brings you$|^why are you here$", Options, Timeout)]
    private static partial Regex WantsWord();

    [GeneratedRegex("^(how long|since when|when did|when did (it|this) start|going on for)$", Options, Timeout)]
    private static partial Regex SinceWord();
}
