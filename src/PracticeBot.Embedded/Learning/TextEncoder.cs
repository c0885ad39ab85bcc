namespace PracticeBot.Embedded.Learning;

/// <summary>Turns a text into a vector of unit length whose direction is its meaning; none for a text without words.</summary>
/// <param name="text">As received.</param>
/// <returns>512 numbers.</returns>
public delegate float[]? TextEncoder(string text);
