namespace FineTune.Core.Tests.Tokenization;

/// <summary>SplitMix64: the same numbers on every runtime.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public T Pick<T>(params T[] choices) => choices[Below(choices.Length)];

    private ulong Next()
    {
        var value = state += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
