namespace PracticeBot.Channels;

/// <summary>How long after what came before it a message goes out, and whether typing shows meanwhile.</summary>
/// <param name="Delay">Counted from the message before it in the same turn, or from the moment it is handed over.</param>
public readonly record struct Pace(TimeSpan Delay, bool ShowsTyping)
{
    public static Pace Typing(TimeSpan delay) => new(delay, ShowsTyping: true);
}
