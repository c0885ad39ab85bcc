using PracticeBot.Embedded.Clients.Guarding;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Clients.Guarding;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("I don't know. It's late.", "I don't know.|It's late.")]
    [InlineData("*looks away* It's… fine. Really?", "*looks away*|It's… fine.|Really?")]
    [InlineData("Mr. Hale rang. He said no.", "Mr. Hale rang.|He said no.")]
    [InlineData("It cost 3.50 and... nothing. Wait...", "It cost 3.50 and... nothing.|Wait...")]
    [InlineData("Maya: \"I can't. Not today.\"", "I can't.|Not today.")]
    [InlineData("I said 'no.' And he laughed.", "I said 'no.'|And he laughed.")]
    [InlineData("I *swallows* don't know. Sorry.", "I *swallows* don't know.|Sorry.")]
    [InlineData("No end", "No end")]
    [InlineData("   ", "")]
    public void Sentences_are_parted_as_they_end_whatever_the_chunks(string text, string sentences)
    {
        foreach (var size in new[] { 1, 3, 7, text.Length })
        {
            var splitter = new SentenceSplitter("Maya");
            var parted = text.Chunk(size).SelectMany(chunk => splitter.Add(new string(chunk)).ToList()).ToList();
            parted.AddRange(splitter.End());

            string.Join('|', parted).ShouldBe(sentences, $"in chunks of {size}");
        }
    }

    [Fact]
    public void A_sentence_comes_as_soon_as_the_next_one_begins()
    {
        var splitter = new SentenceSplitter("Maya");

        splitter.Add("I don't know").ShouldBeEmpty();
        splitter.Add(".").ShouldBeEmpty();
        splitter.Add(" ").ShouldBe(["I don't know."]);
    }
}
