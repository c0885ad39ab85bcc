using System.Text;
using PracticeBot.Channels;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Channels;

public sealed class ActivityReaderTests
{
    [Fact]
    public void Fields_that_nobody_knows_come_out_as_they_went_in()
    {
        var activity = Read("""{"type":"message","text":"hi","localTimezone":"Europe/Zurich","from":{"id":"u","tenant":{"a":1}}}""");

        var written = ActivityJson.Write(activity);

        written.ShouldContain("\"localTimezone\":\"Europe/Zurich\"");
        written.ShouldContain("\"tenant\":{\"a\":1}");
    }

    [Fact]
    public void A_text_of_twenty_thousand_letters_and_an_empty_one_stay_whole()
    {
        var text = string.Concat(Enumerable.Repeat("äあ😀\\\"\n", 3334));

        Read(ActivityJson.Write(new Activity { Type = "message", Text = text })).Text.ShouldBe(text);
        Read("""{"type":"message","text":""}""").Text.ShouldBe(string.Empty);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("hello", "not JSON")]
    [InlineData("{\"type\":\"message\"", "not JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("\"text\"", "not a JSON object")]
    [InlineData("null", "not a JSON object")]
    [InlineData("{}", "'type'")]
    [InlineData("""{"type":"  "}""", "'type'")]
    [InlineData("""{"type":5}""", "'type'")]
    [InlineData("""{"type":"message","text":{"secret":1}}""", "'text'")]
    [InlineData("""{"type":"message","from":"secret"}""", "'from'")]
    [InlineData("""{"type":"message","from":{"id":7}}""", "'from'")]
    [InlineData("""{"type":"message","attachments":{}}""", "'attachments'")]
    [InlineData("""{"type":"message","membersAdded":"secret"}""", "'membersAdded'")]
    [InlineData("""{"type":"message","timestamp":"secret"}""", "'timestamp'")]
    [InlineData("""{"type":"message","channelData":"secret"}""", "'channelData'")]
    [InlineData("""{"type":"message","text":"\ud800"}""", "surrogate")]
    [InlineData("""{"type":"message","channelData":{"a":["secret\udc00"]}}""", "surrogate")]
    [InlineData("""{"type":"message","value":{"\ud83d":1}}""", "surrogate")]
    [InlineData("""{"type":"message","secret":1,"secret":2}""", "twice")]
    [InlineData("""{"type":"message","channelData":{"secret":1,"secret":2}}""", "twice")]
    [InlineData("""{"type":"message","value":{"a":{"secret":1,"secret":2}}}""", "twice")]
    public void What_cannot_be_read_is_refused_with_a_reason_that_quotes_nothing(string body, string reason)
    {
        ActivityReader.TryRead(Encoding.UTF8.GetBytes(body), out _, out var fault).ShouldBeFalse();

        fault.ShouldNotBeNull().ShouldContain(reason);
        fault.ShouldNotContain("secret");
    }

    [Fact]
    public void Bytes_that_are_no_letters_are_refused()
    {
        byte[] body = [.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        ActivityReader.TryRead(body, out _, out var fault).ShouldBeFalse();

        fault.ShouldNotBeNull().ShouldContain("UTF-8");
    }

    [Theory]
    [InlineData("""{"type":"message","value":""", "[", "]", "}")]
    [InlineData("""{"type":"message","channelData":""", "{\"a\":", "1", "}")]
    [InlineData("", "[", "]", "")]
    public void Nesting_without_end_is_refused(string before, string open, string close, string after)
    {
        var body = before + string.Concat(Enumerable.Repeat(open, 500)) + close + after;

        ActivityReader.TryRead(Encoding.UTF8.GetBytes(body), out _, out var fault).ShouldBeFalse();

        fault.ShouldNotBeNull();
    }

    private static Activity Read(string json)
    {
        ActivityReader.TryRead(Encoding.UTF8.GetBytes(json), out var activity, out var fault).ShouldBeTrue(fault);
        return activity!;
    }
}
