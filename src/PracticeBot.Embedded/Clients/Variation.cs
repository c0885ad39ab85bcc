namespace PracticeBot.Embedded.Clients;

/// <summary>A line that has to be said again, said a little differently: without its gesture, or with another one.</summary>
internal static class Variation
{
    private static readonly string[] Gestures = ["*after a moment*", "*more quietly*", "*looks down*"];

    public static string Of(string text, Scene scene)
    {
        var spoken = SpokenText.Of(text);
        var cues = scene.Persona.Persona.Layers[scene.Layer].Cues;
        var gestures = cues.Count > 0 ? cues : Gestures;
        var gesture = gestures.OrderBy(scene.Chance.Of).First(gesture => gestures.Count == 1 || scene.LastLine?.Contains(gesture, StringComparison.Ordinal) != true);
        if (spoken.Length == 0)
        {
            return gesture;
        }

        var varied = spoken.Length == text.Length ? $"{gesture} {text}" : spoken;
        return string.Equals(varied, scene.LastLine, StringComparison.Ordinal) ? $"{gesture} {spoken}" : varied;
    }
}
