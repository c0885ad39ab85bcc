using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PracticeBot.Storage;
using PracticeBot.Tests.Channels;
using PracticeBot.Tests.Storage;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Practice;

public sealed class FirstStartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Many_learners_who_meet_a_client_first_at_the_same_time_all_begin_without_a_fault()
    {
        await using var host = await BotHost.StartPracticeAsync(_folder);
        var clients = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => DirectLineClient.StartAsync(host)));

        await Task.WhenAll(clients.Select(client => client.SayAsync("start maya")));
        await Task.WhenAll(clients.Select(client => client.HearAsync(2)));

        host.Logs.Text.Split('\n').Where(line => line.StartsWith("Error ", StringComparison.Ordinal) || line.StartsWith("Warning ", StringComparison.Ordinal))
            .ShouldBeEmpty();
        using var scope = host.Services.CreateScope();
        var versions = await scope.ServiceProvider.GetRequiredService<PracticeDb>().PersonaVersions.ToListAsync(TestContext.Current.CancellationToken);
        versions.ShouldHaveSingleItem().Content.ShouldContain("id: maya");
    }
}
