using PracticeBot.Core.Personas;

namespace PracticeBot.Pages;

/// <summary>How a client is drawn: a few shapes and colours, so that each is told apart at a glance.</summary>
/// <param name="Hair">The name of a shape in the portrait.</param>
internal sealed record PortraitLook(string Backdrop, string Skin, string HairColour, string Top, string Hair, bool Glasses = false, bool Beard = false)
{
    private static readonly string[] Backdrops = ["#E7DCCB", "#D5DEDA", "#E3D3D0", "#D6DAE6", "#DFE0CC", "#E6D9E0"];
    private static readonly string[] Skins = ["#F0CDB3", "#DDB08C", "#B98058", "#8A5A3B", "#6E4630", "#E8BFA0"];
    private static readonly string[] HairColours = ["#3A2C26", "#7A5236", "#B9B4AC", "#1F1B1A", "#A2673B", "#57433A"];
    private static readonly string[] Tops = ["#4F6D6A", "#7B5E57", "#56637F", "#8A6F45", "#6B5876", "#5C6B4C"];
    private static readonly string[] Hairs = ["short", "bob", "long", "curly", "bun", "cropped"];

    private static readonly Dictionary<string, PortraitLook> Drawn = new(StringComparer.Ordinal)
    {
        ["maya"] = new("#E3D3D0", "#DDB08C", "#3A2C26", "#5E7F8C", "bun"),
        ["walter"] = new("#D5DEDA", "#F0CDB3", "#C9C5BD", "#6D5D4B", "balding", Glasses: true),
        ["tariq"] = new("#D6DAE6", "#B98058", "#1F1B1A", "#3F4652", "cropped", Beard: true),
        ["rosa"] = new("#E7DCCB", "#C9966F", "#4A3328", "#9A6A63", "bob"),
        ["henrik"] = new("#DFE0CC", "#F0CDB3", "#A98B5F", "#47566B", "short", Glasses: true, Beard: true),
        ["grace"] = new("#E6D9E0", "#6E4630", "#2A2220", "#8A6F45", "wrap"),
        ["minh"] = new("#D5DEDA", "#E8BFA0", "#1F1B1A", "#6F7A63", "fringe", Glasses: true),
        ["nadia"] = new("#E7DCCB", "#D3A27C", "#2B201C", "#5B4E6E", "long"),
    };

    /// <summary>The look that was drawn for a shipped client; for any other one that its id always gives.</summary>
    public static PortraitLook Of(PersonaId id)
    {
        if (Drawn.TryGetValue(id.ToString(), out var look))
        {
            return look;
        }

        var seed = id.ToString().Aggregate(17u, (sum, letter) => (sum * 31) + letter);
        return new PortraitLook(Pick(Backdrops), Pick(Skins), Pick(HairColours), Pick(Tops), Pick(Hairs), seed % 3 == 0);

        string Pick(string[] choices)
        {
            seed = (seed * 1664525) + 1013904223;
            return choices[(seed >> 16) % choices.Length];
        }
    }
}
