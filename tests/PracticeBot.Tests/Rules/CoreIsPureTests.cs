using PracticeBot.Core.Turns;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Rules;

public sealed class CoreIsPureTests
{
    [Fact]
    public void Core_references_nothing_but_the_framework() =>
        typeof(TurnDecider).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal) || name == "System" || name == "netstandard");

    [Fact]
    public void Core_has_no_file_network_or_clock()
    {
        string[] outside = ["System.Net", "System.IO.FileSystem", "System.Diagnostics.Process", "Microsoft.Extensions"];
        typeof(TurnDecider).Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .ShouldAllBe(name => !outside.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }
}
