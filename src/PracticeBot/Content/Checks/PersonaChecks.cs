using PracticeBot.Content.Format;

namespace PracticeBot.Content.Checks;

/// <summary>What the parts of a persona have to be to each other; that each part is well formed is <see cref="PartReader"/>'s.</summary>
public static class PersonaChecks
{
    public static void Run(PersonaFile persona, string file, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(findings);
        IdCheck.Run(persona, file, findings);
        LayerCheck.Run(persona, findings);
        SlotCheck.Run(persona, findings);
        RevealingCheck.Run(persona, findings);
        SimilarLinesCheck.Run(persona, findings);
        ExpectationCheck.Run(persona, findings);
    }
}
