using System.CommandLine;

namespace PracticeBot.Commands;

/// <summary>A path may begin with a hyphen; where no file is called so, an option was meant.</summary>
internal static class PersonaPath
{
    public static void RefuseOptions(Argument path) => path.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Select(token => token.Value).Where(value => value.StartsWith('-') && !Path.Exists(value)))
        {
            result.AddError(CommandTexts.NoOption(token));
        }
    });
}
