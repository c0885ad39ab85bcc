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
        var setting = PracticeOptions.DefaultPersonaSetting;
        if (!setting.IsSetIn(configuration) || (PersonaId.TryParse(options.DefaultPersona, out var id) && library.Find(id) is not null))
        {
            return ValidateOptionsResult.Success;
        }

        var here = string.Join(", ", library.All.Select(persona => persona.Id.Value));
        return ValidateOptionsResult.Fail(setting.Wrong($"must be {setting.Range} (here are: {here})").Failures);
    }
}
