return await PracticeBot.PracticeHost.RunAsync(args);

public partial class Program;
