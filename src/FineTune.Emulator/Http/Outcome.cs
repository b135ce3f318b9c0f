namespace FineTune.Emulator.Http;

/// <summary>What was read from a request, or the answer that refuses it.</summary>
internal readonly record struct Outcome<T>(T? Value, Answer? Refusal)
{
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Answer refusal) => new(default, refusal);
}
