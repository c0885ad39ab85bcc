using PracticeBot.Benchmarks;

// dotnet run -c Release --project tests/PracticeBot.Benchmarks [-- start|turn]
var which = args.FirstOrDefault() ?? "all";
if (which is "all" or "start")
{
    Report.Print("From starting the built program to the first reply", await FirstReply.MeasureAsync(runs: 5));
}

if (which is "all" or "turn")
{
    Report.Print("One turn: accept, assess, decide, speak, store, on the stream", await OneTurn.MeasureAsync(warmUp: 100, turns: 600));
}
