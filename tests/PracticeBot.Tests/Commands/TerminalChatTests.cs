using PracticeBot.Commands;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Commands;

public sealed class TerminalChatTests
{
    [Fact]
    public async Task A_talk_begins_with_who_this_is_and_the_first_line_and_ends_in_a_look_back()
    {
        var terminal = await ChatAsync("…\nend\n");

        terminal.ExitCode.ShouldBe(ExitCode.Done);
        terminal.Error.ShouldBeEmpty();
        terminal.Out.ShouldStartWith("    You're about to talk with Maya, a simulated client.");
        terminal.Out.ShouldContain("\nMaya: I just feel like no matter what I do, I disappoint everyone.\n");
        terminal.Out.ShouldContain("    You made room.\n");
        terminal.Out.ShouldContain("    Looking back on your talk with Maya\n");
        terminal.Out.ShouldNotContain("**");
    }

    [Theory]
    [InlineData("")]
    [InlineData("…\n")]
    [InlineData("quit\n")]
    [InlineData("/quit\n")]
    [InlineData("END\nthis is never read")]
    public async Task The_end_of_input_and_saying_so_end_it(string input)
    {
        var terminal = await ChatAsync(input);

        terminal.ExitCode.ShouldBe(ExitCode.Done);
        terminal.Out.ShouldContain("Looking back");
    }

    [Fact]
    public async Task Without_feedback_the_client_alone_speaks_until_the_end()
    {
        var terminal = await ChatAsync("feedback off\n…\n");

        terminal.Out.ShouldNotContain("You made room");
        terminal.Out.ShouldContain("Looking back");
    }

    [Fact]
    public async Task While_paused_nothing_is_judged()
    {
        var terminal = await ChatAsync("pause\n…\nI think I have to write this down.\nresume\n");

        terminal.Out.ShouldContain("You're outside the role-play.");
        terminal.Out.ShouldContain("Back in. Maya had said:");
        terminal.Out.ShouldNotContain("You made room");
    }

    [Fact]
    public async Task The_learners_own_danger_stops_the_talk_and_shows_where_help_is()
    {
        var terminal = await ChatAsync("I want to kill myself tonight.\nhello\nI'd like to stop\n");

        terminal.Out.ShouldContain("Let's step out of the role-play for a moment.");
        terminal.Out.ShouldContain("nothing was scored");
        terminal.Out.ShouldNotContain("Looking back");
    }

    [Fact]
    public async Task What_was_part_of_the_role_play_is_judged_after_all()
    {
        var stopped = await ChatAsync("I want to kill myself tonight.\n");
        var went = await ChatAsync("I want to kill myself tonight.\nthat was part of the role-play\n");

        went.Out.Length.ShouldBeGreaterThan(stopped.Out.Length);
        went.Out.ShouldContain("Looking back");
    }

    [Theory]
    [InlineData("help\n", "silence (hold the space)")]
    [InlineData("/nonsense\n", "I don't know that command.")]
    [InlineData("resume\n", "isn't paused")]
    [InlineData("I'd like to stop\n", "nothing on hold")]
    public async Task A_command_is_answered_by_the_coach(string said, string answer) => (await ChatAsync(said)).Out.ShouldContain(answer);

    private static Task<Terminal> ChatAsync(string input) => Terminal.TypeAsync(input, "chat", "--persona", "maya");
}
