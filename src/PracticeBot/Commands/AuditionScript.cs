namespace PracticeBot.Commands;

/// <summary>What is said to a client that is auditioned: sessions of replies.</summary>
public static class AuditionScript
{
    private const char NewSession = '>';

    /// <summary>False for what is no text: a picture, another encoding. Bytes that are not UTF-8 were read as U+FFFD.</summary>
    public static bool IsText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !text.Any(letter => letter == '\uFFFD' || (char.IsControl(letter) && !char.IsWhiteSpace(letter)));
    }

    /// <summary>
    /// A reply a line. A line that begins with &gt; starts a new session, with what follows on it as its first reply. An empty line
    /// between two replies is a silence; beside a new session or at an end it only sets apart.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sessions = new List<List<string>> { new() };
        while (text.ReadLine() is { } line)
        {
            var reply = line.Trim();
            if (reply.StartsWith(NewSession))
            {
                sessions.Add([]);
                reply = reply[1..].Trim();
            }

            if (reply.Length > 0 || sessions[^1].Count > 0)
            {
                sessions[^1].Add(reply);
            }
        }

        foreach (var session in sessions)
        {
            session.RemoveRange(session.FindLastIndex(reply => reply.Length > 0) + 1, session.Count - session.FindLastIndex(reply => reply.Length > 0) - 1);
        }

        return [.. sessions.Where(session => session.Count > 0)];
    }
}
