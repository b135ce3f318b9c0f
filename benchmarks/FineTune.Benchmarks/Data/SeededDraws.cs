namespace FineTune.Benchmarks.Data;

/// <summary>SplitMix64: the same numbers on every runtime.</summary>
internal sealed class SeededDraws(ulong seed)
{
    private ulong state = seed;

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool OneIn(int times) => Below(times) == 0;

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    public ulong Next()
    {
        var value = state += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
