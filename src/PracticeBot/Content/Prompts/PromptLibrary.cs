using System.Collections.Frozen;

namespace PracticeBot.Content.Prompts;

/// <summary>The prompts, as their files stand now.</summary>
public sealed class PromptLibrary
{
    private readonly PromptFolder folder;
    private readonly ILogger logger;
    private readonly Lock reloading = new();
    private volatile FrozenDictionary<string, Slot> slots = FrozenDictionary<string, Slot>.Empty;

    /// <exception cref="FaultyPromptException">One of the prompts has a fault.</exception>
    public PromptLibrary(PromptFolder folder, ILogger<PromptLibrary> logger)
    {
        ArgumentNullException.ThrowIfNull(folder);
        this.folder = folder;
        this.logger = logger;
        slots = ReadAll();
        var faults = PromptContracts.All.SelectMany(contract => slots[contract.Name].Findings.Where(finding => finding.IsFault)).ToList();
        if (faults.Count > 0)
        {
            throw new FaultyPromptException(faults);
        }

        Tell(FrozenDictionary<string, Slot>.Empty, slots);
    }

    /// <summary>After a file changed, for better or worse; raised on whatever thread saw it.</summary>
    public event EventHandler? Changed;

    public PromptFolder Folder => folder;

    public Prompt this[PromptContract contract]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(contract);
            return slots[contract.Name].Prompt!;
        }
    }

    /// <summary>Reads what changed since the last time. A file that an edit broke leaves the prompt as it was.</summary>
    public void Reload()
    {
        lock (reloading)
        {
            var before = slots;
            var after = ReadAll();
            if (after.All(slot => ReferenceEquals(slot.Value, before[slot.Key])))
            {
                return;
            }

            slots = after;
            Tell(before, after);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    private FrozenDictionary<string, Slot> ReadAll() =>
        PromptContracts.All.ToFrozenDictionary(contract => contract.Name, contract => Read(contract, slots.GetValueOrDefault(contract.Name)), StringComparer.Ordinal);

    private Slot Read(PromptContract contract, Slot? before)
    {
        var file = folder.FileOf(contract);
        if (PromptReader.TextOf(file, out var unreadable) is not { } text)
        {
            PersonaFinding[] faults = [unreadable!];
            return before is not null && before.Findings.SequenceEqual(faults) ? before : new Slot(null, before?.Prompt, faults);
        }

        if (before is not null && before.Text == text)
        {
            return before;
        }

        var reading = PromptReader.Read(text, file, contract);
        return new Slot(text, reading.Prompt ?? before?.Prompt, reading.Findings);
    }

    private void Tell(FrozenDictionary<string, Slot> before, FrozenDictionary<string, Slot> after)
    {
        foreach (var contract in PromptContracts.All.Where(contract => !ReferenceEquals(before.GetValueOrDefault(contract.Name), after[contract.Name])))
        {
            var slot = after[contract.Name];
            if (slot.Findings.FirstOrDefault(finding => finding.IsFault) is { } fault)
            {
                Log.Faulty(logger, contract.Name, slot.Prompt!.Version, fault.ToString());
                continue;
            }

            foreach (var warning in slot.Findings)
            {
                Log.Warned(logger, contract.Name, warning.ToString());
            }

            Log.Loaded(logger, contract.Name, slot.Prompt!.Version, folder.Path);
        }
    }

    /// <param name="Text">The file as it was read, null where it could not be.</param>
    /// <param name="Prompt">The last that was right; null only before the program has started.</param>
    private sealed record Slot(string? Text, Prompt? Prompt, IReadOnlyList<PersonaFinding> Findings);
}

/// <summary>A prompt has a fault: the host can't begin.</summary>
public sealed class FaultyPromptException(IReadOnlyList<PersonaFinding> findings) : Exception(string.Join(Environment.NewLine, findings))
{
    public IReadOnlyList<PersonaFinding> Findings { get; } = findings;
}
