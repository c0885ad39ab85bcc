namespace PracticeBot.Embedded.Features;

/// <summary>The cues as measures: how often each stands in the reply, and whether it stands at its beginning or end.</summary>
internal static class CueFeatures
{
    /// <summary>The names, in the order of <see cref="Measure"/>.</summary>
    public static IEnumerable<string> Names()
    {
        for (var cue = 0; cue < CueTable.Cues.Count; cue++)
        {
            var name = CueTable.Cues[cue].Name;
            yield return name;
            if (cue < CueTable.Phrases)
            {
                yield return name + ", first";
                yield return name + ", last";
            }
            else
            {
                yield return name + ", both";
                yield return name + ", only reply";
            }
        }
    }

    /// <summary>
    /// For a phrase: how often it stands in the reply, whether in its first sentence, whether in its last (of several). For a class of
    /// words: how often, whether the client speaks of it too, whether the reply alone does.
    /// </summary>
    public static void Measure(Exchange exchange, Span<float> into)
    {
        into.Clear();
        var reply = exchange.Reply;
        var client = exchange.Client.CueCounts;
        for (var cue = 0; cue < CueTable.Cues.Count; cue++)
        {
            var count = reply.CueCounts[cue];
            into[cue * 3] = Feature.Log(count);
            if (cue >= CueTable.Phrases)
            {
                into[(cue * 3) + 1] = count > 0 && client[cue] > 0 ? 1 : 0;
                into[(cue * 3) + 2] = count > 0 && client[cue] == 0 ? 1 : 0;
            }
        }

        var last = reply.Sentences.Count - 1;
        foreach (var hit in reply.Cues)
        {
            if (hit.Cue >= CueTable.Phrases)
            {
                continue;
            }

            var sentence = reply.Tokens[hit.Span.First].Sentence;
            if (sentence == 0)
            {
                into[(hit.Cue * 3) + 1] = 1;
            }

            if (sentence == last && last > 0)
            {
                into[(hit.Cue * 3) + 2] = 1;
            }
        }
    }
}
