using PracticeBot.Core.Turns;

namespace PracticeBot.Embedded.Clients;

/// <summary>Whose lines a source means.</summary>
internal enum Voice
{
    /// <summary>The layer that the client speaks from.</summary>
    Layer,

    /// <summary>The persona as a whole, its tendency's pack behind it.</summary>
    Persona,

    /// <summary>Layers that the client has spoken from before.</summary>
    Shallower,
}

/// <summary>Where in a persona lines for a directive stand.</summary>
/// <param name="Rank">0 fits exactly; the higher, the further fetched.</param>
/// <param name="OnlyIfNear">Only lines that share telling words with the reply.</param>
/// <param name="Favour">Among sources of one rank, 0 to 1: weighs against nearness.</param>
internal readonly record struct LineSource(Voice Voice, Reaction Reaction, string Cause, int Rank, bool OnlyIfNear = false, double Favour = 0);
