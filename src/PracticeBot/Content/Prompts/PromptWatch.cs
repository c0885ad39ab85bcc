using PracticeBot.Hosting;

namespace PracticeBot.Content.Prompts;

/// <summary>Lets an edit of a prompt file work at once.</summary>
internal sealed class PromptWatch(PromptLibrary library, TimeProvider time, ILogger<PromptWatch> logger)
    : FolderWatch(library.Folder, time, logger)
{
    protected override void Reload() => library.Reload();

    protected override void SayThatItIsMissing() => Log.NoFolder(logger, library.Folder.Path);

    protected override void SayThatItIsKept(Exception fault) => Log.NotReloaded(logger, Faults.WithoutText(fault));
}
