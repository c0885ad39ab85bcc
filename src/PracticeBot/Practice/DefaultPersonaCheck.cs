using Microsoft.Extensions.Options;
using PracticeBot.Content;
using PracticeBot.Core.Personas;

namespace PracticeBot.Practice;

/// <summary>
/// A client who is named must be there. Unnamed, it is the shipped one, who may well be missing in a folder of an educator's own: a
/// learner is then asked whom to meet.
/// </summary>
internal sealed class DefaultPersonaCheck(PersonaLibrary library, IConfiguration configuration) : IValidateOptions<PracticeOptions>
{
    public ValidateOptionsResult Validate(string? name, PracticeOptions options)
    {
        var here = string.Join(", ", library.All.Select(persona => persona.Id.Value));
        List<string> faults = [];
        foreach (var (setting, value) in new[]
                 {
                     (PracticeOptions.DefaultPersonaSetting, options.DefaultPersona), (PracticeOptions.UnaidedPersonaSetting, options.UnaidedPersona),
                 })
        {
            if (setting.IsSetIn(configuration) && (!PersonaId.TryParse(value, out var id) || library.Find(id) is null))
            {
                faults.AddRange(setting.Wrong($"must be {setting.Range} (here are: {here})").Failures);
            }
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
