using System.Text.RegularExpressions;

namespace PracticeBot.Embedded.Clients;

/// <summary>A reply in which the learner names a misstep of their own: "I pushed you", "I got that wrong".</summary>
internal static partial class OwnWords
{
    public static bool AreIn(string reply) => Misstep().IsMatch(reply);

    [GeneratedRegex(
        @"\b(i'?m|i am) (so |really |very )?sorry (i|for|that i|about (that|what i))\b|\bi apologi[sz]e\b|\b(that|this|it)('s| is| was) (on me|mine|my (fault|doing|mistake)|wrong of me)\b"
        + @"|\bi (just |really |think i |can see i |can hear i |can see that i )?(got|had) (that|it|this|you) wrong\b|\bi (just |really )?(pushed|rushed|missed|hurt|judged|interrupted|assumed|lectured|ruled|brushed|glossed|skipped|jumped|talked over|lost you)\b"
        + @"|\bi (didn'?t|wasn'?t|did not|was not) (really )?(listen|listening|hear|stay|there)|\bi (told you (what to|to|it|that it)|gave you (advice|homework|a |an )|handed you|took a side|made it about|tried to fix)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Misstep();
}
