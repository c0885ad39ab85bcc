using Xunit;

namespace PracticeBot.EndToEnd;

/// <summary>What these tests find on the machine. Where it is missing they skip and say what to install; where all is required they fail.</summary>
internal static class Needs
{
    private static readonly bool RequireAll = Environment.GetEnvironmentVariable("PRACTICEBOT_REQUIRE") == "all";

    public static string Chromium() => Find("Chromium", "apt-get install chromium", "chromium", "chromium-browser", "google-chrome");

    public static string Node() => Find("Node.js 20 or newer", "https://nodejs.org", "node");

    private static string Find(string what, string from, params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        var found = (from name in names
                     from folder in folders
                     let file = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)
                     where File.Exists(file)
                     select file).FirstOrDefault();
        if (found is null)
        {
            var reason = $"{what} is not on the path ({from}).";
            Assert.SkipUnless(RequireAll, reason);
            Assert.Fail(reason);
        }

        return found!;
    }
}
