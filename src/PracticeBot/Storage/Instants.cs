namespace PracticeBot.Storage;

/// <summary>Instants are stored as Unix milliseconds: every database orders and compares those alike.</summary>
public static class Instants
{
    public static long UnixNow(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.GetUtcNow().ToUnixTimeMilliseconds();
    }
}
