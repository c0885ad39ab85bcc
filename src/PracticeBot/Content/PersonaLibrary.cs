using System.Collections.Frozen;
using PracticeBot.Core.Personas;

namespace PracticeBot.Content;

/// <summary>The clients that can be met, as their files stand now.</summary>
public sealed class PersonaLibrary
{
    private readonly PersonaFolder folder;
    private readonly ILogger logger;
    private readonly Lock reloading = new();
    private volatile Shelf shelf = Shelf.Empty;

    /// <exception cref="FaultyShippedPersonaException">A persona that came with the program has a fault.</exception>
    public PersonaLibrary(PersonaFolder folder, ILogger<PersonaLibrary> logger)
    {
        ArgumentNullException.ThrowIfNull(folder);
        this.folder = folder;
        this.logger = logger;
        Reload();
        var faults = Faulty.Where(faulty => faulty.IsShipped).SelectMany(faulty => faulty.Findings.Where(finding => finding.IsFault)).ToList();
        if (faults.Count > 0)
        {
            throw new FaultyShippedPersonaException(faults);
        }
    }

    /// <summary>After the files changed; raised on whatever thread saw it.</summary>
    public event EventHandler? Changed;

    /// <summary>Every client by id.</summary>
    public IReadOnlyList<Persona> All => shelf.Personas;

    /// <summary>The same with their files.</summary>
    public IReadOnlyList<PersonaEntry> Entries => shelf.Entries;

    /// <summary>Files that can't be used as they are, with their faults.</summary>
    public IReadOnlyList<FaultyPersona> Faulty => shelf.Faulty;

    public PersonaFolder Folder => folder;

    public PersonaEntry? Find(PersonaId id) => shelf.ById.GetValueOrDefault(id);

    /// <summary>A persona as a session met it, null where this program finds a fault in it.</summary>
    /// <param name="text">The file of that time.</param>
    /// <param name="file">Its name.</param>
    public Persona? Parse(string text, string file)
    {
        var current = shelf.Entries.FirstOrDefault(entry => entry.Text == text);
        return current?.Persona ?? PersonaReader.Read(text, file).Persona;
    }

    /// <summary>Reads what changed since the last time. A file that an edit broke leaves the client as it was.</summary>
    public void Reload()
    {
        lock (reloading)
        {
            var before = shelf;
            var after = Shelf.Of(folder.Files().Select(file => Read(file, before)));
            if (after.IsLike(before))
            {
                return;
            }

            shelf = after;
            foreach (var faulty in after.Faulty.Except(before.Faulty))
            {
                Log.Faulty(logger, Path.GetFileName(faulty.File), faulty.Findings.First(finding => finding.IsFault).ToString());
            }

            Log.Loaded(logger, after.Entries.Count, folder.Path);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    private static Slot Read(string file, Shelf before)
    {
        var known = before.Slots.GetValueOrDefault(file);
        if (PersonaReader.TextOf(file, out var unreadable) is not { } text)
        {
            PersonaFinding[] faults = [unreadable!];
            return known is not null && known.Faults.SequenceEqual(faults) ? known : new Slot(file, string.Empty, known?.Entry, faults);
        }

        if (known is not null && known.Text == text)
        {
            return known;
        }

        var reading = PersonaReader.Read(text, file);
        return reading.Persona is null
            ? new Slot(file, text, known?.Entry, reading.Findings)
            : new Slot(
                file,
                text,
                new PersonaEntry(reading.Persona, PersonaFolder.VersionOf(text), text, file, ShippedPersonas.Has(file), reading.Findings),
                []);
    }

    /// <summary>A file, the client last read from it, and why it can't be read now where that is so.</summary>
    private sealed record Slot(string File, string Text, PersonaEntry? Entry, IReadOnlyList<PersonaFinding> Faults);

    /// <summary>All files at one time.</summary>
    private sealed class Shelf
    {
        public static readonly Shelf Empty = Of([]);

        public required FrozenDictionary<string, Slot> Slots { get; init; }

        public required List<PersonaEntry> Entries { get; init; }

        public required IReadOnlyList<Persona> Personas { get; init; }

        public required IReadOnlyList<FaultyPersona> Faulty { get; init; }

        public required FrozenDictionary<PersonaId, PersonaEntry> ById { get; init; }

        public static Shelf Of(IEnumerable<Slot> slots)
        {
            var all = slots.ToFrozenDictionary(slot => slot.File, StringComparer.Ordinal);
            var entries = all.Values.Select(slot => slot.Entry).OfType<PersonaEntry>().OrderBy(entry => entry.Persona.Id.Value, StringComparer.Ordinal).ToList();
            return new Shelf
            {
                Slots = all,
                Entries = entries,
                Personas = [.. entries.Select(entry => entry.Persona)],
                Faulty =
                [
                    .. all.Values.Where(slot => slot.Faults.Count > 0).OrderBy(slot => slot.File, StringComparer.Ordinal)
                        .Select(slot => new FaultyPersona(slot.File, ShippedPersonas.Has(slot.File), slot.Entry is not null, slot.Faults)),
                ],
                ById = entries.ToFrozenDictionary(entry => entry.Persona.Id),
            };
        }

        public bool IsLike(Shelf other) =>
            Slots.Count == other.Slots.Count && Slots.All(pair => other.Slots.TryGetValue(pair.Key, out var slot) && ReferenceEquals(slot, pair.Value));
    }
}
