using PracticeBot.Commands;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("serve", true)]
    [InlineData("serve --urls http://127.0.0.1:0", true)]
    [InlineData("--urls http://127.0.0.1:0", true)]
    [InlineData("--Practice:Pacing=none", true)]
    [InlineData("--environment=Development", true)]
    [InlineData("--help", false)]
    [InlineData("--version", false)]
    [InlineData("-h", false)]
    [InlineData("chat", false)]
    [InlineData("persona check personas", false)]
    [InlineData("nonsense --urls x", false)]
    public void The_first_argument_says_whether_all_go_to_the_host(string args, bool host) =>
        CommandLine.IsForHost(args.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(host);

    [Fact]
    public void The_host_gets_its_settings_without_the_verb()
    {
        CommandLine.Settings(["serve", "--urls", "x"]).ShouldBe(["--urls", "x"]);
        CommandLine.Settings(["--urls", "serve"]).ShouldBe(["--urls", "serve"]);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("persona")]
    [InlineData("persona nonsense")]
    [InlineData("persona check")]
    [InlineData("persona check nobody.yaml")]
    [InlineData("persona audition nobody.yaml --replies -")]
    [InlineData("persona audition")]
    [InlineData("chat --persona")]
    [InlineData("chat --persona nobody")]
    [InlineData("chat --urls http://127.0.0.1:0")]
    [InlineData("chat maya")]
    public async Task Bad_usage_is_told_and_leaves_with_2(string args)
    {
        var terminal = await Terminal.RunAsync(args.Split(' '));

        terminal.ExitCode.ShouldBe(ExitCode.BadUsage);
        terminal.Out.ShouldBeEmpty();
        terminal.Error.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("person check", "There is no verb \"person\". Did you mean \"persona\"?")]
    [InlineData("persona chek x", "There is no verb \"chek\". Did you mean \"check\"?")]
    [InlineData("persona", "A verb is missing: check, audition.")]
    [InlineData("persona check --zzz", "There is no option --zzz here.")]
    [InlineData("persona audition --zzz --replies -", "There is no option --zzz here.")]
    public async Task What_was_not_understood_is_named(string args, string told) =>
        (await Terminal.RunAsync(args.Split(' '))).Error.ShouldStartWith(told + "\n");

    [Fact]
    public async Task Help_lists_the_verbs()
    {
        var terminal = await Terminal.RunAsync("--help");

        terminal.ExitCode.ShouldBe(ExitCode.Done);
        terminal.Error.ShouldBeEmpty();
        foreach (var verb in new[] { "serve", "chat", "persona" })
        {
            terminal.Out.ShouldContain($"  {verb} ");
        }
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var terminal = await Terminal.RunAsync("--version");

        terminal.ExitCode.ShouldBe(ExitCode.Done);
        terminal.Lines.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_argument_that_begins_with_an_at_sign_is_no_file_of_arguments()
    {
        var terminal = await Terminal.RunAsync("persona", "check", "@nobody");

        terminal.ExitCode.ShouldBe(ExitCode.BadUsage);
        terminal.Error.ShouldContain("@nobody");
    }
}
