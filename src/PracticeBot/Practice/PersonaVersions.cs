using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PracticeBot.Content;
using PracticeBot.Core.Personas;
using PracticeBot.Storage;

namespace PracticeBot.Practice;

/// <summary>Personas as sessions met them: a talk goes on with the client that it began with, whatever the file says by now.</summary>
internal sealed class PersonaVersions(PersonaLibrary library)
{
    private readonly ConcurrentDictionary<string, Persona> _known = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">The stored text is no persona any more.</exception>
    public async ValueTask<Persona> GetAsync(PracticeDb db, string version, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(version, out var persona))
        {
            return persona;
        }

        var stored = await db.PersonaVersions.AsNoTracking().SingleAsync(row => row.Id == version, cancellationToken);
        persona = library.Parse(stored.Content, $"{stored.PersonaId}.yaml")
            ?? throw new InvalidDataException($"The stored version {version} of persona {stored.PersonaId} cannot be read by this program.");
        return _known.GetOrAdd(version, persona);
    }
}
