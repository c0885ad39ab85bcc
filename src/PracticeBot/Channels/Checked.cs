using System.Diagnostics.CodeAnalysis;

namespace PracticeBot.Channels;

/// <summary>What a request asked for or brought, or why it is not taken.</summary>
internal readonly struct Checked<T> where T : class
{
    private Checked(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Passed => Refusal is null;

    public T? Value { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Checked<T>(T value) => new(value, refusal: null);

    public static implicit operator Checked<T>(Refusal refusal) => new(value: null, refusal);
}
