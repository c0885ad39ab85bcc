using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace PracticeBot.EndToEnd;

public sealed class DirectLineClientTests
{
    [Fact]
    public async Task Microsofts_client_connects_sends_receives_loses_its_socket_and_resumes()
    {
        var node = Needs.Node();
        await using var host = await Host.StartAsync();

        var start = new ProcessStartInfo(node) { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "clients", "directline.mjs"));
        start.ArgumentList.Add(host.Address.ToString().TrimEnd('/'));
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "lib"));
        using var client = Process.Start(start)!;
        var printed = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();

        client.ExitCode.ShouldBe(0, printed);
        var told = JsonDocument.Parse(printed).RootElement;
        var ids = Strings(told, "ids");
        ids.ShouldBeUnique();
        ids.ShouldContain(told.GetProperty("firstId").GetString()!);
        ids.ShouldContain(told.GetProperty("lateId").GetString()!);
        Strings(told, "echoes").Count.ShouldBe(2);
        Strings(told, "verdicts").ShouldBe(["attuned"]);
    }

    private static List<string> Strings(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
