namespace PracticeBot.Embedded.Clients;

/// <summary>Something that the learner said before and that met her, turned round to her mouth, to come back to.</summary>
internal static class EarlierReply
{
    /// <summary>Further back it is forgotten.</summary>
    private const int Furthest = 8;

    /// <summary>In so many of her last lines it must not stand.</summary>
    private const int Fresh = 3;

    /// <summary>Phrases that could be come back to, the latest first; the last reply is too near, and what missed her is let rest.</summary>
    public static IEnumerable<string> From(Scene scene)
    {
        var replies = scene.Context.EarlierReplies;

        // She may have taken it up when it was said; what she just said, or came back to before, is worn out.
        var lines = scene.Context.EarlierLines;
        string[] worn = [.. lines.TakeLast(Fresh), .. lines.Where(said => scene.Persona.ComingBack.Any(line => line.WasSpokenIn(said)))];
        for (var at = replies.Count - 2; at >= Math.Max(0, replies.Count - Furthest); at--)
        {
            var phrase = TakenUpPhrase.From(Clause.Of(replies[at]), PhraseWish.For(scene.Directive), scene.Persona, scene.Layer, worn);
            if (phrase is not null && scene.Persona.Meets(Words.Sequence(phrase), scene.Layer))
            {
                yield return phrase;
            }
        }
    }
}
