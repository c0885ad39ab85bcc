using System.Text;
using PracticeBot.Embedded.Learning;
using PracticeBot.Measuring;
using PracticeBot.Tests.Content;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Learning;

public sealed class TrainerTests(TrainerTests.Fitted fitted) : IClassFixture<TrainerTests.Fitted>
{
    [Fact]
    public void It_learns_what_small_data_plainly_show()
    {
        var judge = new ReplyJudge(fitted.Weights, Words.Encode);

        judge.Judge("I keep lying awake about the rent.", "I'm so sorry you are going through this.").EmotionalReactions.Value.ShouldBe("2");
        judge.Judge("I keep lying awake about the rent.", "What happened? How are you now?").Explorations.Value.ShouldBe("2");
        judge.Judge("It's all about the rent.", "Do you sleep well?").Question.Value.ShouldBe("closed");
        judge.Judge("It's all about the rent.", "Mm-hmm.").Behaviour.Value.ShouldBe("other");
        judge.Judge("I can't stop thinking about the rent.", "Just try to relax and go for a walk.").ReflectionScore
            .ShouldBeLessThan(judge.Judge("I can't stop thinking about the rent.", "You carry the rent alone, and you long for somebody who would listen.").ReflectionScore);
    }

    [Fact]
    public void Evidence_is_a_span_of_the_reply()
    {
        const string Reply = "Oh no.  I'm so sorry you are going through this. Bye.";
        var found = new ReplyJudge(fitted.Weights, Words.Encode).Judge("I keep lying awake about the rent.", Reply);

        found.Evidence.ShouldContain(one => one.Dimension == "epitome.emotionalReactions" && one.Quote(Reply).Contains("sorry", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_data_give_the_same_weights_to_the_last_digit() => Fitted.Text(Fitted.Fit()).ShouldBe(fitted.Json);

    [Fact]
    public void What_is_read_back_judges_as_what_was_written()
    {
        var read = WeightsFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(fitted.Json)));

        Fitted.Text(read).ShouldBe(fitted.Json);
        new ReplyJudge(read, Words.Encode).Judge("a", "What happened?").Fit.ShouldBe(new ReplyJudge(fitted.Weights, Words.Encode).Judge("a", "What happened?").Fit);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "of version 2")]
    [InlineData("practicebot assessor weights", "something else", "not one of")]
    [InlineData("\"exclamations\":", "\"shrieks\":", "no weight for the measure \"exclamations\"")]
    [InlineData("\"pair.level\":", "\"pair.height\":", "lack the model \"pair.level\"")]
    [InlineData("\"biases\": [", "\"biases\": [1,", "\"biases\" has")]
    [InlineData("\"nearness\":", "\"farness\":", "\"farness\", which this program does not take")]
    public void A_file_that_does_not_fit_stops_with_what_is_wrong(string from, string to, string fault) =>
        Should.Throw<WeightsFaultException>(() => WeightsFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(fitted.Json.Replace(from, to, StringComparison.Ordinal)))))
            .Message.ShouldContain(fault);

    [Fact]
    public void A_file_that_is_cut_off_stops_with_that() =>
        Should.Throw<WeightsFaultException>(() => WeightsFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(fitted.Json[..(fitted.Json.Length / 2)]))))
            .Message.ShouldContain("not whole");

    [Fact]
    public void The_shipped_weights_fit_this_program() => Should.NotThrow(WeightsFile.Shipped);

    /// <summary>Weights fitted once to data of our own.</summary>
    public sealed class Fitted
    {
        public Fitted()
        {
            Weights = Fit();
            Json = Text(Weights);
        }

        public AssessorWeights Weights { get; }

        public string Json { get; }

        public static AssessorWeights Fit()
        {
            using var folder = new TemporaryFolder();
            OwnData.Write(folder);
            return new WeightsTrainer(Words.Encode, _ => { }).Fit(LabelledData.Training(folder.Path));
        }

        public static string Text(AssessorWeights weights)
        {
            using var writer = new StringWriter();
            WeightsFile.Write(weights, writer);
            return writer.ToString();
        }
    }

    /// <summary>An encoder of our own for tests: each word points somewhere, a text to where its words point together.</summary>
    private static class Words
    {
        public static float[]? Encode(string text)
        {
            var vector = new float[512];
            foreach (var word in text.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var place = 17u;
                foreach (var letter in word)
                {
                    place = unchecked((place * 31) + letter);
                }

                vector[place % 512] += 1;
            }

            var length = MathF.Sqrt(vector.Sum(value => value * value));
            return length == 0 ? null : [.. vector.Select(value => value / length)];
        }
    }
}
