namespace PracticeBot.Embedded.Clients;

/// <summary>Breaks ties: the same seed and the same text always give the same number, on every machine.</summary>
internal readonly struct Chance(int seed, int turn)
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>0 to 1 (FNV-1a, mixed).</summary>
    public double Of(string text)
    {
        var hash = Offset;
        unchecked
        {
            hash = (hash ^ (uint)seed) * Prime;
            hash = (hash ^ (uint)turn) * Prime;
            foreach (var letter in text)
            {
                hash = (hash ^ letter) * Prime;
            }

            hash ^= hash >> 15;
            hash *= 0x2c1b3c6d;
            hash ^= hash >> 12;
            hash *= 0x297a2d39;
            hash ^= hash >> 15;
        }

        return hash / (double)uint.MaxValue;
    }
}
