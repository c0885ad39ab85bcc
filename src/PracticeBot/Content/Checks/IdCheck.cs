using PracticeBot.Content.Format;
using PracticeBot.Core.Personas;

namespace PracticeBot.Content.Checks;

/// <summary>The id is well formed and is the file's name.</summary>
public static class IdCheck
{
    public static void Run(PersonaFile persona, string file, FindingList findings)
    {
        if (persona.Id is not { } id)
        {
            return;
        }

        var name = Path.GetExtension(file) == PersonaReader.Extension ? Path.GetFileNameWithoutExtension(file) : Path.GetFileName(file);
        if (!PersonaId.TryParse(id.Value, out var parsed) || parsed.Value != id.Value)
        {
            findings.Fault(
                id.Place,
                $"\"{id.Value}\" is no id.",
                "Write 1 to 40 of a-z, 0-9 and hyphen, beginning with a letter, all in lower case.");
        }
        else if (name != id.Value)
        {
            findings.Fault(
                id.Place,
                $"The id is \"{id.Value}\" and the file is called \"{Path.GetFileName(file)}\".",
                $"Call the file \"{id.Value}{PersonaReader.Extension}\", or write the id that is its name.");
        }
    }
}
