using Microsoft.Extensions.AI;

namespace PracticeBot.Content.Prompts;

/// <summary>A prompt as its file stood when it was read. Safe to render from many threads.</summary>
public sealed class Prompt
{
    private readonly PromptContract contract;
    private readonly IReadOnlyList<MessageTemplate> messages;
    private readonly IReadOnlyDictionary<string, string> defaults;

    internal Prompt(
        PromptContract contract,
        string text,
        PromptSettings settings,
        IReadOnlyList<MessageTemplate> messages,
        IReadOnlyDictionary<string, string> defaults)
    {
        this.contract = contract;
        this.messages = messages;
        this.defaults = defaults;
        Settings = settings;
        Version = VersionOf(text);
        PrefixLength = Render(contract.Samples)[0].Text.Length;
    }

    public string Name => contract.Name;

    /// <summary>The first 12 hexadecimal digits of the text's SHA-256; how lines end does not matter.</summary>
    public string Version { get; }

    public PromptSettings Settings { get; }

    /// <summary>Characters of the first message, rendered with the contract's samples: what a provider can keep from turn to turn.</summary>
    public int PrefixLength { get; }

    /// <param name="values">Every variable of the contract by name; null takes the file's default, or nothing.</param>
    /// <exception cref="ArgumentException">The code left a variable out.</exception>
    public IReadOnlyList<ChatMessage> Render(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var filled = Filled(values);
        var rendered = new ChatMessage[messages.Count];
        for (var at = 0; at < rendered.Length; at++)
        {
            rendered[at] = new ChatMessage(messages[at].Role, messages[at].Body(filled).Trim());
        }

        return rendered;
    }

    internal static string VersionOf(string text) => PersonaFolder.VersionOf(text.Replace("\r\n", "\n", StringComparison.Ordinal))[..12];

    private Dictionary<string, object?> Filled(IReadOnlyDictionary<string, object?> values)
    {
        var filled = new Dictionary<string, object?>(contract.Variables.Count, StringComparer.Ordinal);
        foreach (var variable in contract.Variables)
        {
            if (!values.TryGetValue(variable.Name, out var value))
            {
                throw new ArgumentException($"The prompt \"{Name}\" needs a value for \"{variable.Name}\".", nameof(values));
            }

            filled.Add(variable.Name, value ?? defaults.GetValueOrDefault(variable.Name));
        }

        return filled;
    }
}

/// <summary>One message of a prompt.</summary>
/// <param name="Body">Renders its text alone; what comes of it is never parsed again.</param>
internal sealed record MessageTemplate(ChatRole Role, Func<object, string> Body);
