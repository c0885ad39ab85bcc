using PracticeBot.Content.Prompts;
using Shouldly;
using Xunit;

namespace PracticeBot.Tests.Content.Prompts;

public sealed class ShippedPromptTests
{
    public static TheoryData<string> Names => new(PromptContracts.All.Select(contract => contract.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_prompt_that_comes_with_the_program_has_neither_fault_nor_warning(string name)
    {
        var reading = Shipped(Contract(name));

        reading.Findings.Said().ShouldBeEmpty();
        var prompt = reading.Prompt.ShouldNotBeNull();
        prompt.Settings.MaxTokens.ShouldNotBeNull();
        prompt.PrefixLength.ShouldBe(prompt.Render(Contract(name).Samples)[0].Text.Length);
        prompt.PrefixLength.ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_shipped_prompt_can_be_rendered_where_there_is_no_value_for_anything(string name)
    {
        var contract = Contract(name);
        var nothing = contract.Variables.ToDictionary(variable => variable.Name, variable => variable.Sample is IReadOnlyDictionary<string, object?> ? variable.Sample : null);

        Shipped(contract).Prompt!.Render(nothing).ShouldAllBe(message => message.Text.Length > 0);
    }

    internal static PromptReading Shipped(PromptContract contract)
    {
        var file = new PromptFolder(Path.Combine(Repository.Root, PromptFolder.Name)).FileOf(contract);
        return PromptReader.Read(PromptReader.TextOf(file, out _).ShouldNotBeNull(), file, contract);
    }

    private static PromptContract Contract(string name) => PromptContracts.All.Single(contract => contract.Name == name);
}
