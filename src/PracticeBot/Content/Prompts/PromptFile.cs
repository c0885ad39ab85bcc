using PracticeBot.Content.Yaml;

namespace PracticeBot.Content.Prompts;

/// <summary>A prompt file as it is written, with places.</summary>
/// <param name="Template">Null where it is missing or at fault.</param>
internal sealed record PromptFile(
    Located<string>? Name, TemplateText? Template, IReadOnlyList<InputVariable> InputVariables, PromptSettings Settings);

/// <param name="Default">What stands in for nothing; null where the file gives none.</param>
internal sealed record InputVariable(string Name, string? Default, Place Place);
