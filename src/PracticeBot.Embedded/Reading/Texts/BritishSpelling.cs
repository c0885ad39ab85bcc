namespace PracticeBot.Embedded.Reading.Texts;

/// <summary>Brings American spelling to British, so that one table serves both ("apologize" is read as "apologise").</summary>
internal static class BritishSpelling
{
    private static readonly string[] KeepsZ = ["size", "prize", "seize", "sized", "prized", "seized", "seizing", "sizes", "capsize", "downsize"];

    private static readonly (string American, string British)[] Endings =
    [
        ("izing", "ising"), ("ized", "ised"), ("izes", "ises"), ("ize", "ise"), ("ization", "isation"), ("yzed", "ysed"), ("yzing", "ysing"),
        ("yze", "yse"), ("avior", "aviour"), ("olor", "olour"), ("olors", "olours"), ("onor", "onour"), ("onored", "onoured"),
        ("arbor", "arbour"), ("eighbor", "eighbour"), ("eighbors", "eighbours"), ("avor", "avour"), ("avorite", "avourite"),
        ("umor", "umour"), ("ancor", "ancour"), ("elor", "ellor"), ("aveling", "avelling"), ("iraling", "iralling"), ("abeled", "abelled"),
        ("eavor", "eavour"), ("dgment", "dgement"), ("dgments", "dgements"), ("ulfillment", "ulfilment"),
        ("moldering", "mouldering"), ("amored", "amoured"), ("lackluster", "lacklustre"),
        ("somber", "sombre"), ("savory", "savoury"), ("gray", "grey"), ("skeptical", "sceptical"),
    ];

    public static string Of(string word)
    {
        if (word.Length < 4 || Array.IndexOf(KeepsZ, word) >= 0)
        {
            return word;
        }

        foreach (var (american, british) in Endings)
        {
            if (word.EndsWith(american, StringComparison.Ordinal))
            {
                return word[..^american.Length] + british;
            }
        }

        return word;
    }
}
