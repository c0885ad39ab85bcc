using PracticeBot.Channels.Cards;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Pages;

public sealed class ClientTextTests
{
    [Theory]
    [InlineData("*looks away* Fine.", "*looks away* Fine.")]
    [InlineData("Fine. *nods* Yes.", "Fine. *nods* Yes.")]
    [InlineData("It's 5 * 3 * 2", @"It's 5 \* 3 \* 2")]
    [InlineData("one * alone", @"one \* alone")]
    [InlineData("**bold**", @"\**bold*\*")]
    [InlineData("*a\nb*", "\\*a  \nb\\*")]
    [InlineData("<img src=x onerror=alert(1)>", @"&lt;img src\=x onerror\=alert(1)&gt;")]
    [InlineData("![x](y)", @"!\[x\](y)")]
    [InlineData("# Not a heading", @"\# Not a heading")]
    [InlineData("- no list", @"\- no list")]
    [InlineData("1. no list", @"1\. no list")]
    [InlineData("a_b_c `code` ~~no~~", @"a\_b\_c \`code\` \~\~no\~\~")]
    [InlineData("| a | b |", @"\| a \| b \|")]
    [InlineData("&lt;b&gt;", "&amp;lt;b&amp;gt;")]
    [InlineData("{{slot}}", @"\{\{slot\}\}")]
    public void Only_a_stage_direction_comes_to_life(string line, string markdown) => ClientText.ToMarkdown(line).ShouldBe(markdown);

    [Theory]
    [InlineData("https://evil.example/x.png")]
    [InlineData("http://evil.example")]
    [InlineData("www.evil.example")]
    [InlineData("someone@evil.example")]
    [InlineData("javascript:alert(1)")]
    public void An_address_is_broken_up_so_that_nothing_makes_a_link_of_it(string address) =>
        ClientText.ToMarkdown($"See {address} there").ShouldNotContain(address);
}
