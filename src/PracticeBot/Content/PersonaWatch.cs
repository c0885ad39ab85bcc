using PracticeBot.Hosting;

namespace PracticeBot.Content;

/// <summary>Lets an edit of a persona file show at once.</summary>
public sealed class PersonaWatch(PersonaLibrary library, TimeProvider time, ILogger<PersonaWatch> logger)
    : FolderWatch((library ?? throw new ArgumentNullException(nameof(library))).Folder, time, logger)
{
    protected override void Reload() => library.Reload();

    protected override void SayThatItIsMissing() => Log.NoFolder(logger, library.Folder.Path);

    protected override void SayThatItIsKept(Exception fault) => Log.NotReloaded(logger, Faults.WithoutText(fault));
}
