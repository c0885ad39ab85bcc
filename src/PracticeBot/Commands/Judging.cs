using PracticeBot.Embedded.Encoder;
using PracticeBot.Embedded.Learning;
using PracticeBot.Measuring;
using PracticeBot.Turns;

namespace PracticeBot.Commands;

/// <summary>The fitted assessor, for the verbs that judge without a practice.</summary>
internal static class Judging
{
    /// <exception cref="EncoderFileException">The encoder is not there or damaged.</exception>
    public static TextEncoder Encoder() => SentenceEncoder.Load(EncoderFolder.Path).Encode;

    /// <exception cref="EncoderFileException">The encoder is not there or damaged.</exception>
    /// <exception cref="WeightsFaultException">The weights do not fit this program.</exception>
    public static ReplyJudge Judge() => new(WeightsFile.Shipped(), Encoder());

    /// <summary>What is wrong with files is told in a sentence.</summary>
    public static async Task<int> GuardedAsync(CommandConsole console, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault) when (fault is DataFaultException or WeightsFaultException or EncoderFileException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine(fault.Message);
            return ExitCode.BadUsage;
        }
    }
}
