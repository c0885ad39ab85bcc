using System.Text;

namespace PracticeBot.Hosting;

/// <summary>Describes an exception for the log without its message: a message may quote what a learner wrote.</summary>
internal static class Faults
{
    public static string WithoutText(Exception fault)
    {
        var description = new StringBuilder();
        for (var current = fault; current is not null; current = current.InnerException)
        {
            description.Append(current.GetType().FullName).Append('\n').Append(current.StackTrace).Append('\n');
        }

        return description.ToString();
    }
}
