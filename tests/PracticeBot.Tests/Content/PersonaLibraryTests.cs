using Microsoft.Extensions.Logging.Abstractions;
using PracticeBot.Content;
using PracticeBot.Core.Personas;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Content;

public sealed class PersonaLibraryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_faulty_persona_that_was_added_is_listed_with_its_fault_and_the_others_are_met()
    {
        folder.Write("draft.yaml", Drafts.Smallest);
        folder.Write("broken.yaml", Drafts.Smallest);

        var library = Open();

        library.All.Select(persona => persona.Id.Value).ShouldBe(["draft"]);
        var faulty = library.Faulty.ShouldHaveSingleItem();
        Path.GetFileName(faulty.File).ShouldBe("broken.yaml");
        (faulty.IsShipped, faulty.IsKept).ShouldBe((false, false));
        faulty.Findings.ShouldContain(finding => finding.IsFault && finding.Line == 1 && finding.Column == 5);
    }

    [Fact]
    public void A_faulty_persona_that_came_with_the_program_stops_it_with_its_faults()
    {
        folder.Write("draft.yaml", Drafts.Smallest);
        folder.Write("maya.yaml", Drafts.Smallest.With("id: draft", "id: maya").With("tendency: guarded", "tendency: shy"));

        var stop = Should.Throw<FaultyShippedPersonaException>(Open);

        stop.Message.ShouldContain("maya.yaml:4:11: fault: \"shy\" is not known");
    }

    [Fact]
    public void A_file_of_another_ending_is_listed_with_what_to_do()
    {
        folder.Write("draft.yml", Drafts.Smallest);

        Open().Faulty.ShouldHaveSingleItem().Findings.Single(finding => finding.IsFault).Mend.ShouldContain("draft.yaml");
    }

    [Fact]
    public void What_editors_leave_beside_a_file_is_no_persona()
    {
        folder.Write("draft.yaml", Drafts.Smallest);
        folder.Write(".draft.yaml.swp", "x");
        folder.Write("draft.yaml~", "x");
        folder.Write(".#draft.yaml", "x");
        folder.Write("persona.schema.json", "{}");

        var library = Open();

        library.All.Count.ShouldBe(1);
        library.Faulty.ShouldBeEmpty();
    }

    [Fact]
    public void A_session_finds_the_client_that_it_began_with_by_its_text()
    {
        folder.Write("draft.yaml", Drafts.Smallest);
        var library = Open();
        var begun = library.Find(Id("draft")).ShouldNotBeNull();

        folder.Write("draft.yaml", Drafts.Smallest.With("name: Sam", "name: Kim"));
        library.Reload();

        var now = library.Find(Id("draft")).ShouldNotBeNull();
        now.Persona.Name.ShouldBe("Kim");
        now.Version.ShouldNotBe(begun.Version, StringComparer.Ordinal);
        library.Parse(begun.Text, "draft.yaml").ShouldNotBeNull().Name.ShouldBe("Sam");
        library.Parse(now.Text, "draft.yaml").ShouldBeSameAs(now.Persona);
        library.Parse("id: draft", "draft.yaml").ShouldBeNull();
    }

    [Fact]
    public void An_edit_that_breaks_a_client_leaves_it_as_it_was_and_says_so_until_it_is_mended()
    {
        folder.Write("draft.yaml", Drafts.Smallest);
        var library = Open();

        folder.Write("draft.yaml", Drafts.Smallest.With("name: Sam", "name: Kim").With("voice:", "voices:"));
        library.Reload();

        library.Find(Id("draft")).ShouldNotBeNull().Persona.Name.ShouldBe("Sam");
        var faulty = library.Faulty.ShouldHaveSingleItem();
        faulty.IsKept.ShouldBeTrue();

        folder.Write("draft.yaml", Drafts.Smallest.With("name: Sam", "name: Kim"));
        library.Reload();

        library.Find(Id("draft")).ShouldNotBeNull().Persona.Name.ShouldBe("Kim");
        library.Faulty.ShouldBeEmpty();
    }

    [Fact]
    public void Looking_again_without_a_change_changes_nothing()
    {
        folder.Write("draft.yaml", Drafts.Smallest);
        folder.Write("broken.yaml", "id: [");
        var library = Open();
        var raised = 0;
        library.Changed += (_, _) => raised++;

        library.Reload();
        raised.ShouldBe(0);

        File.Delete(Path.Combine(folder.Path, "draft.yaml"));
        library.Reload();
        raised.ShouldBe(1);
        library.All.ShouldBeEmpty();
    }

    public static TheoryData<string> WaysOfSaving => ["in place", "renamed over", "deleted and created", "added"];

    [Theory]
    [MemberData(nameof(WaysOfSaving))]
    public async Task An_edit_shows_however_the_editor_saves(string way)
    {
        folder.Write("draft.yaml", Drafts.Smallest);
        var library = Open();
        var shown = new TaskCompletionSource();
        library.Changed += (_, _) =>
        {
            if (library.All.Any(persona => persona.Name == "Kim"))
            {
                shown.TrySetResult();
            }
        };
        using var watch = new PersonaWatch(library, TimeProvider.System, NullLogger<PersonaWatch>.Instance);
        await watch.StartAsync(TestContext.Current.CancellationToken);

        var edited = Drafts.Smallest.With("name: Sam", "name: Kim");
        var path = Path.Combine(folder.Path, "draft.yaml");
        switch (way)
        {
            case "in place":
                folder.Write("draft.yaml", edited);
                break;
            case "renamed over":
                File.Move(folder.Write(".draft.yaml.new", edited), path, overwrite: true);
                break;
            case "deleted and created":
                File.Delete(path);
                folder.Write("draft.yaml", edited);
                break;
            default:
                folder.Write("kim.yaml", edited.With("id: draft", "id: kim"));
                break;
        }

        await shown.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_folder_of_the_working_directory_goes_before_the_one_beside_the_program()
    {
        using var beside = new TemporaryFolder();
        var near = Directory.CreateDirectory(Path.Combine(folder.Path, PersonaFolder.Name)).FullName;

        PersonaFolder.In(folder.Path, beside.Path).Path.ShouldBe(near);
        Directory.Delete(near);
        PersonaFolder.In(folder.Path, beside.Path).Path.ShouldBe(Path.Combine(beside.Path, PersonaFolder.Name));
    }

    [Fact]
    public void Without_a_folder_there_is_no_client_and_no_fault()
    {
        var library = new PersonaLibrary(new PersonaFolder(Path.Combine(folder.Path, "none")), NullLogger<PersonaLibrary>.Instance);

        library.All.ShouldBeEmpty();
        library.Faulty.ShouldBeEmpty();
    }

    private PersonaLibrary Open() => new(new PersonaFolder(folder.Path), NullLogger<PersonaLibrary>.Instance);

    private static PersonaId Id(string text) => PersonaId.TryParse(text, out var id) ? id : throw new ArgumentException(text, nameof(text));
}
