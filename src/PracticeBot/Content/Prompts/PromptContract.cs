namespace PracticeBot.Content.Prompts;

/// <summary>What the code gives to a prompt, and thereby what a prompt file may use.</summary>
/// <param name="Name">Of the prompt, and of its file without the ending.</param>
public sealed record PromptContract(string Name, IReadOnlyList<PromptVariable> Variables)
{
    /// <summary>The contract's samples, as the code would give them.</summary>
    public IReadOnlyDictionary<string, object?> Samples { get; } =
        Variables.ToDictionary(variable => variable.Name, variable => variable.Sample, StringComparer.Ordinal);
}

/// <summary>One value that the code gives.</summary>
/// <param name="Sample">
/// A text, a number, a list of texts, or a list of dictionaries: an example that also says which form every value of it has.
/// </param>
/// <param name="IsSpoken">The learner or the client said it: it can't be trusted, and a prompt shows it as JSON alone.</param>
/// <param name="IsRequired">A prompt that does not use it can't do its work.</param>
public sealed record PromptVariable(string Name, object? Sample, bool IsSpoken = false, bool IsRequired = false);
