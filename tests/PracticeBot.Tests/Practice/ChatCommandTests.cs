using PracticeBot.Practice;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Practice;

public sealed class ChatCommandTests
{
    [Theory]
    [InlineData("start", CommandKind.Start, "")]
    [InlineData("start maya", CommandKind.Start, "maya")]
    [InlineData(" Start  MAYA ", CommandKind.Start, "maya")]
    [InlineData("/start maya", CommandKind.Start, "maya")]
    [InlineData("/start nobody", CommandKind.Start, "nobody")]
    [InlineData("Personas", CommandKind.Personas, "")]
    [InlineData("silence", CommandKind.Silence, "")]
    [InlineData("...", CommandKind.Silence, "")]
    [InlineData("…", CommandKind.Silence, "")]
    [InlineData("/pause", CommandKind.Pause, "")]
    [InlineData("resume", CommandKind.Resume, "")]
    [InlineData("FEEDBACK OFF", CommandKind.FeedbackOff, "")]
    [InlineData("feedback  on", CommandKind.FeedbackOn, "")]
    [InlineData("end", CommandKind.End, "")]
    [InlineData("help", CommandKind.Help, "")]
    [InlineData("I’d like to stop", CommandKind.StopHere, "")]
    [InlineData("That was part of the role-play", CommandKind.PartOfRolePlay, "")]
    [InlineData("/frobnicate", CommandKind.Unknown, "frobnicate")]
    public void The_whole_message_is_a_command(string message, CommandKind kind, string argument)
    {
        ChatCommand.TryParse(message, id => id.ToString() == "maya", out var command).ShouldBeTrue();
        command.ShouldBe(new ChatCommand(kind, argument));
    }

    [Theory]
    [InlineData("start wherever you like")]
    [InlineData("start nobody")]
    [InlineData("end of the week, you said?")]
    [InlineData("I'd like to stop you there for a moment")]
    [InlineData("help me understand")]
    [InlineData("pause for a breath with me")]
    [InlineData("")]
    public void Anything_else_is_a_reply(string message) =>
        ChatCommand.TryParse(message, id => id.ToString() == "maya", out _).ShouldBeFalse();
}
