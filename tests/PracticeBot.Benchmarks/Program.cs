using PracticeBot.Benchmarks;
using PracticeBot.Benchmarks.Learners;

// dotnet run -c Release --project tests/PracticeBot.Benchmarks [-- start|turn|encoder|judge|learners|model]
var which = args.FirstOrDefault() ?? "all";
var models = Path.Combine(Path.GetDirectoryName(BuiltProgram.Program)!, "models", "@energetic-ai", "model-embeddings-en", "0.2.0", "dist");
if (which is "all" or "encoder")
{
    EncoderSpeed.Print(models);
}

if (which is "all" or "judge")
{
    JudgeSpeed.Print(models);
}

// No measure of speed, and long: only when asked for.
if (which == "learners")
{
    LearnersReport.Print(models);
}

// Against a server that answers as slowly as a model does: only when asked for.
if (which == "model")
{
    await ModelTurns.PrintAsync();
}

if (which is "all" or "start")
{
    Report.Print("From starting the built program to the first reply", await FirstReply.MeasureAsync(runs: 5));
}

if (which is "all" or "turn")
{
    Report.Print("One turn: accept, assess, decide, speak, store, on the stream", await OneTurn.MeasureAsync(warmUp: 1000, turns: 600));
}
