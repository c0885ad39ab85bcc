using PracticeBot.Core.Assessments;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Reading;

/// <summary>Many ways to say the same to clients of very different feeling: the verdict goes by what is said, not by how.</summary>
public sealed class ParaphraseTests
{
    public static TheoryData<string, string, Verdict> Replies
    {
        get
        {
            var data = new TheoryData<string, string, Verdict>();
            var client = string.Empty;
            foreach (var line in File.ReadLines(Path.Combine(MiniClients.Folder, "paraphrases.txt")))
            {
                if (line.Split(" | ", 2) is [var verdict, var reply])
                {
                    data.Add(client, reply, Enum.Parse<Verdict>(verdict, ignoreCase: true));
                }
                else if (line.StartsWith('['))
                {
                    client = line.Trim('[', ']');
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Replies))]
    public void A_reply_gets_the_verdict_that_the_rubric_gives_it(string client, string reply, Verdict verdict) =>
        MiniClients.All[client].Judges(reply).Verdict.ShouldBe(verdict);
}
