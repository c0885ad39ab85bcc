using PracticeBot.Embedded.Clients;
using PracticeBot.Embedded.Reading;
using PracticeBot.Turns;

namespace PracticeBot.Commands;

/// <summary>The practice without a host.</summary>
internal static class PracticeParts
{
    public static TurnPipeline Pipeline() => new(new EmbeddedAssessor(), new ScriptedClient());
}
