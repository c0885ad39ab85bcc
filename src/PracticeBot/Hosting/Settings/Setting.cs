using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace PracticeBot.Hosting;

/// <summary>Reads the text of a setting; false where it is not within the range.</summary>
internal delegate bool TryReadSetting<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>
/// One setting, with all that people need to know of it. The same line reads it, refuses what is wrong and stands in docs/settings.md.
/// A refusal does not repeat the value, since it may be a secret.
/// </summary>
internal abstract class Setting(string key)
{
    public string Key => key;

    /// <summary>What holds where it is not set, as people write it; empty: nothing.</summary>
    public required string Default { get; init; }

    /// <summary>What is allowed; goes on after "must be".</summary>
    public required string Range { get; init; }

    public required string Example { get; init; }

    /// <summary>What it is for.</summary>
    public required string What { get; init; }

    /// <summary>False where it may be set already and nothing heeds it yet.</summary>
    public bool IsBuilt { get; init; } = true;

    /// <summary>Words that will be values one day.</summary>
    public IReadOnlyList<string> NotBuiltYet { get; init; } = [];

    /// <summary>The key of the example, where that is not the setting's own.</summary>
    public virtual string ExampleKey => Key;

    /// <summary>Sentences that name the key, the fault and an example; none where all is well.</summary>
    public abstract IEnumerable<string> Faults(IConfiguration configuration);

    /// <summary>Whether a key of the configuration belongs to this setting.</summary>
    public virtual bool Covers(string other) => other.Equals(Key, StringComparison.OrdinalIgnoreCase);

    public virtual bool IsSetIn(IConfiguration configuration) =>
        configuration.Text(Key) is not null || configuration.GetSection(Key).GetChildren().Any();

    /// <summary>A fault that shows only when the value is used.</summary>
    public OptionsValidationException Wrong(string fault) => new(Key, typeof(Setting), [Sentence(fault)]);

    protected string Sentence(string fault) => $"{Key} {fault}. Example: {ExampleKey}={Example}";
}

/// <summary>A setting of one value. A blank one counts as not set.</summary>
internal sealed class Setting<T>(string key, T byDefault, TryReadSetting<T> tryRead) : Setting(key)
{
    /// <exception cref="OptionsValidationException">The value is not within the range.</exception>
    public T Of(IConfiguration configuration) =>
        configuration.Text(Key) is not { } text ? byDefault
        : tryRead(text, out var value) ? value
        : throw Wrong(FaultOf(text));

    public override IEnumerable<string> Faults(IConfiguration configuration) =>
        configuration.Text(Key) is { } text && !tryRead(text, out _) ? [Sentence(FaultOf(text))] : [];

    private string FaultOf(string text) =>
        NotBuiltYet.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } word
            ? $"asks for {word}, which is not built yet; so far it must be {Range}"
            : $"must be {Range}";
}

/// <summary>A list: the key's numbered children in order, or its own value parted at commas.</summary>
internal sealed class ListSetting<T>(string key, TryReadSetting<T> tryRead) : Setting(key)
{
    public override string ExampleKey => $"{Key}:0";

    /// <exception cref="OptionsValidationException">An entry is not within the range.</exception>
    public IReadOnlyList<T> Of(IConfiguration configuration) =>
        [.. Entries(configuration).Select(text => tryRead(text, out var value) ? value : throw Wrong(FaultOf(text)))];

    public override IEnumerable<string> Faults(IConfiguration configuration) =>
        Entries(configuration).Where(text => !tryRead(text, out _)).Select(text => Sentence(FaultOf(text))).Distinct(StringComparer.Ordinal);

    public override bool Covers(string other) =>
        base.Covers(other)
        || (other.StartsWith($"{Key}:", StringComparison.OrdinalIgnoreCase) && IsNumber(other.AsSpan(Key.Length + 1)));

    private IEnumerable<string> Entries(IConfiguration configuration) =>
        (configuration.Text(Key)?.Split(',') ?? [])
        .Concat(configuration.GetSection(Key).GetChildren().Where(child => IsNumber(child.Key)).Select(child => child.Value ?? string.Empty))
        .Select(entry => entry.Trim());

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    // What is empty was meant to be filled in: a variable that nobody set, a comma too many.
    private string FaultOf(string entry) => entry.Length == 0 ? "has an empty entry" : $"has an entry that is not {Range}";
}

/// <summary>Texts by name: the key's children.</summary>
/// <param name="name">What such a name is called in docs/settings.md.</param>
internal sealed class TextsSetting(string key, string name, string exampleName, TryReadSetting<string> tryReadName) : Setting($"{key}:<{name}>")
{
    public override string ExampleKey => $"{key}:{exampleName}";

    /// <summary>The texts, by names as they are read.</summary>
    /// <exception cref="OptionsValidationException">A name or a text is not within the range.</exception>
    public IReadOnlyDictionary<string, string> Of(IConfiguration configuration) => Faults(configuration).FirstOrDefault() is { } fault
        ? throw new OptionsValidationException(Key, typeof(Setting), [fault])
        : configuration.GetSection(key).GetChildren()
            .Select(child => (Name: tryReadName(child.Key, out var read) ? read : child.Key, Text: child.Value!.Trim()))
            .DistinctBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(entry => entry.Name, entry => entry.Text, StringComparer.OrdinalIgnoreCase);

    public override IEnumerable<string> Faults(IConfiguration configuration)
    {
        foreach (var child in configuration.GetSection(key).GetChildren())
        {
            if (!tryReadName(child.Key, out _))
            {
                yield return $"{child.Path} names no {name}. Example: {ExampleKey}={Example}";
            }
            else if (string.IsNullOrWhiteSpace(child.Value))
            {
                yield return $"{child.Path} must be {Range}. Example: {ExampleKey}={Example}";
            }
        }
    }

    public override bool Covers(string other) =>
        other.StartsWith($"{key}:", StringComparison.OrdinalIgnoreCase) && !other.AsSpan(key.Length + 1).Contains(':');
}
