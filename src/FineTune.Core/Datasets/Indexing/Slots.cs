namespace FineTune.Core.Datasets.Indexing;

/// <summary>How many slots a table has, and where it begins to look: one and a half slots an entry, so that two in three are taken.</summary>
internal static class Slots
{
    private const int Fewest = 16;

    // Another one in each process: whoever writes a dataset can choose what its examples hash to, but not where they meet.
    private static readonly ulong Factor = (ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue) | 1;

    /// <summary>Slots of a table for so many entries.</summary>
    public static int CountFor(int entries) => (int)Math.Clamp(entries + (entries / 2L), Fewest, Array.MaxLength);

    /// <summary>The slot where a hash is looked for first.</summary>
    public static int First(ulong hash, int count) => (int)Math.BigMul(hash * Factor, (ulong)count, out _);
}
