namespace PracticeBot.Core.Emotions;

/// <summary>How strong a feeling is: 1 faint, 2 mild, 3 plain, 4 strong, 5 overwhelming.</summary>
public readonly record struct Intensity
{
    public const int Least = 1;
    public const int Most = 5;

    private readonly int value;

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is outside 1 to 5.</exception>
    public Intensity(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, Least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Most);
        this.value = value;
    }

    /// <summary>1 to 5; the default instance is <see cref="Least"/>.</summary>
    public int Value => value == 0 ? Least : value;

    public static bool TryCreate(int value, out Intensity intensity)
    {
        var fits = value is >= Least and <= Most;
        intensity = fits ? new Intensity(value) : default;
        return fits;
    }

    /// <summary>Steps from <paramref name="held"/> to this, -4 (understates) to +4 (overstates).</summary>
    public int Minus(Intensity held) => Value - held.Value;

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
