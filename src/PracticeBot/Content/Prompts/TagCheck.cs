using PracticeBot.Content.Format;

namespace PracticeBot.Content.Prompts;

/// <summary>Follows a message's tags: what each name means where it stands, and whether it may stand there.</summary>
internal sealed class TagCheck(PromptContract contract, TemplateText template, FindingList findings)
{
    private readonly Scope root = new(ValueShape.Of(contract.Samples), IsSpoken: false, Above: null);

    /// <summary>Variables of the root that were used, each with its first use in the template, whether the code gives them or not.</summary>
    public Dictionary<string, int> Used { get; } = new(StringComparer.Ordinal);

    public void Run(IReadOnlyList<TemplatePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var open = new Stack<OpenBlock>();
        foreach (var part in parts)
        {
            Check(part, open);
        }

        foreach (var unclosed in open)
        {
            Fault(unclosed.Tag, $"{{{{#{unclosed.Tag.Block}}}}} has no end in its message.", $"Write {{{{/{unclosed.Tag.Block}}}}}.");
        }
    }

    private void Check(TemplatePart part, Stack<OpenBlock> open)
    {
        var scope = open.TryPeek(out var block) ? block.Scope : root;
        switch (part)
        {
            case TemplatePart.Plain plain:
                CheckPlain(plain, scope);
                break;
            case TemplatePart.Json json:
                Find(json.Path, json, scope);
                break;
            case TemplatePart.Open { Block: "each" } each:
                open.Push(new OpenBlock(each, ScopeOf(each, scope), scope));
                break;
            case TemplatePart.Open condition:
                Find(condition.Path, condition, scope);
                open.Push(new OpenBlock(condition, scope, scope));
                break;
            case TemplatePart.Else otherwise:
                CheckElse(otherwise, open);
                break;
            case TemplatePart.Close close:
                CheckClose(close, open);
                break;
        }
    }

    private void CheckPlain(TemplatePart.Plain plain, Scope scope)
    {
        if (Find(plain.Path, plain, scope) is not { } found)
        {
            return;
        }

        if (found.IsSpoken)
        {
            Fault(
                plain,
                $"\"{plain.Path}\" was said by the learner or the client and stands here without quotation.",
                $"Write {{{{json {plain.Path}}}}}: so it stays a text that nobody takes for the prompt's own.");
        }
        else if (found.Shape is not ValueShape.Leaf)
        {
            Fault(plain, $"\"{plain.Path}\" is a list.", $"Write {{{{#each {plain.Path}}}}} or {{{{json {plain.Path}}}}}.");
        }
    }

    private Scope ScopeOf(TemplatePart.Open each, Scope scope)
    {
        var found = Find(each.Path, each, scope);
        if (found is { Shape: ValueShape.ListOf list })
        {
            return new Scope(list.Item, found.IsSpoken, scope);
        }

        if (found is { Shape: not null })
        {
            Fault(each, $"\"{each.Path}\" is no list.", "Write {{#if}} where it may be missing, or take the block out.");
        }

        return Scope.Unknown(scope);
    }

    private void CheckElse(TemplatePart.Else otherwise, Stack<OpenBlock> open)
    {
        if (!open.TryPop(out var block))
        {
            Fault(otherwise, $"{otherwise.Source} stands in no block.", "Take it out, or write {{#if}} before it.");
            return;
        }

        // What follows is no longer said of an entry.
        open.Push(block with { Scope = block.Outer });
        if (otherwise.Path is not { } path)
        {
            return;
        }

        Find(path, otherwise, block.Outer);
        if (block.Tag.Block == "each")
        {
            Fault(otherwise, "{{else if}} stands in {{#each}}.", "Write {{else}} and an {{#if}} of its own.");
        }
    }

    private void CheckClose(TemplatePart.Close close, Stack<OpenBlock> open)
    {
        if (!open.TryPop(out var block))
        {
            Fault(close, $"{close.Source} ends a block that did not begin in this message.", "Take it out.");
        }
        else if (block.Tag.Block != close.Block)
        {
            Fault(close, $"{close.Source} ends {{{{#{block.Tag.Block}}}}}.", $"Write {{{{/{block.Tag.Block}}}}}.");
        }
    }

    /// <summary>What a path means, null where it means nothing; the findings say why.</summary>
    private Found? Find(string path, TemplatePart tag, Scope scope)
    {
        if (path[0] == '@')
        {
            return Position(path, tag, scope);
        }

        var (here, rest) = (scope, path);
        for (; rest.StartsWith("../", StringComparison.Ordinal); rest = rest[3..])
        {
            if (here.Above is null)
            {
                Fault(tag, $"\"{path}\" leads out of the prompt.", "Take \"../\" away: it leads out of an {{#each}}.");
                return null;
            }

            here = here.Above;
        }

        var steps = rest.Split('.');
        if (steps[0] != "this")
        {
            return Walk(steps, tag, here);
        }

        if (here.IsRoot)
        {
            Fault(tag, "\"this\" stands outside of {{#each}}.", "Name a variable.");
            return null;
        }

        return Walk(steps[1..], tag, here);
    }

    private Found? Position(string name, TemplatePart tag, Scope scope)
    {
        if (name is "@index" or "@first" or "@last" && !scope.IsRoot)
        {
            return new Found(new ValueShape.Leaf(), IsSpoken: false);
        }

        Fault(tag, $"\"{name}\" is not known here.", "Known within {{#each}} are @index, @first and @last.");
        return null;
    }

    private Found? Walk(string[] steps, TemplatePart tag, Scope scope)
    {
        if (scope.Shape is null)
        {
            return null;
        }

        var found = new Found(scope.Shape, scope.IsSpoken);
        if (scope.IsRoot)
        {
            Used.TryAdd(steps[0], tag.Offset);
            if (contract.Variables.FirstOrDefault(variable => variable.Name == steps[0]) is not { } variable)
            {
                Fault(tag, $"The program gives this prompt no \"{steps[0]}\".", NearestWord.Mend(steps[0], contract.Samples.Keys));
                return null;
            }

            found = found with { IsSpoken = variable.IsSpoken };
        }

        foreach (var step in steps)
        {
            if (found.Shape is not ValueShape.Fields fields)
            {
                Fault(tag, $"\"{step}\" is part of nothing here.", scope.IsRoot ? "Write the name alone." : $"Write \"this\", or ../{step} for the prompt's own.");
                return null;
            }

            if (!fields.ByName.TryGetValue(step, out var shape))
            {
                Fault(
                    tag,
                    $"An entry has no \"{step}\".",
                    contract.Samples.ContainsKey(step) ? $"Write ../{step} for the prompt's own." : NearestWord.Mend(step, fields.ByName.Keys));
                return null;
            }

            found = found with { Shape = shape };
        }

        return found;
    }

    private void Fault(TemplatePart tag, string what, string mend) => findings.Fault(template.PlaceOf(tag.Offset), what, mend);

    private sealed record Found(ValueShape Shape, bool IsSpoken);

    /// <param name="Shape">Null after a fault: nothing more is said then.</param>
    private sealed record Scope(ValueShape? Shape, bool IsSpoken, Scope? Above)
    {
        public bool IsRoot => Above is null;

        public static Scope Unknown(Scope above) => new(null, IsSpoken: false, above);
    }

    /// <param name="Scope">Of the part that is being read.</param>
    /// <param name="Outer">Around the block.</param>
    private sealed record OpenBlock(TemplatePart.Open Tag, Scope Scope, Scope Outer);
}
