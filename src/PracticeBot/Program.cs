using PracticeBot;
using PracticeBot.Commands;

return CommandLine.IsForHost(args)
    ? await PracticeHost.RunAsync(CommandLine.Settings(args))
    : await CommandLine.RunAsync(args, CommandConsole.Standard());

public partial class Program;
