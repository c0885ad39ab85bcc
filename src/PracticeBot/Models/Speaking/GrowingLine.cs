using PracticeBot.Embedded.Clients.Guarding;
using PracticeBot.Turns;

namespace PracticeBot.Models.Speaking;

/// <summary>A line as it grows: sentence by sentence, each shown once it has passed its checks.</summary>
internal sealed class GrowingLine(LineGuard guard, GuardedLine line, TurnStage stage)
{
    /// <summary>What has been let out so far.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Nothing is to be added.</summary>
    public bool IsWhole { get; private set; }

    /// <returns>Why it did not become whole; null where it did.</returns>
    public async Task<LineFault?> GrowAsync(IAsyncEnumerable<string> chunks)
    {
        var sentences = new SentenceSplitter(line.Persona.Name);
        var waiting = 0;
        await foreach (var chunk in chunks)
        {
            waiting += chunk.Length;
            foreach (var sentence in sentences.Add(chunk))
            {
                waiting = 0;
                if (LetOut(sentence) is { } fault)
                {
                    return Ended(fault);
                }
            }

            if (HasNoEnd(waiting))
            {
                return Ended(LineFault.TooLong);
            }
        }

        foreach (var sentence in sentences.End())
        {
            if (LetOut(sentence) is { } fault)
            {
                return Ended(fault);
            }
        }

        IsWhole = line.IsSpeech(Text);
        return IsWhole ? null : LineFault.NotSpeech;
    }

    /// <summary>No client of anybody's says a sentence of this length, in UTF-16 code units.</summary>
    private static bool HasNoEnd(int waiting) => waiting > 600;

    /// <summary>The author's line ends what the model began.</summary>
    public void GoOnWith(string script)
    {
        Text = Text.Length == 0 ? script : $"{Text} {script}";
        IsWhole = true;
        stage.Hear(Text);
    }

    /// <summary>A line that grows too long has said enough: it ends there.</summary>
    private LineFault? Ended(LineFault fault)
    {
        IsWhole = fault == LineFault.TooLong && Text.Length > 0;
        return IsWhole ? null : fault;
    }

    private LineFault? LetOut(string sentence)
    {
        if (guard.Check(sentence, line with { Released = Text }) is { } fault)
        {
            return fault;
        }

        Text = Text.Length == 0 ? sentence : $"{Text} {sentence}";
        stage.Hear(Text);
        return null;
    }
}
