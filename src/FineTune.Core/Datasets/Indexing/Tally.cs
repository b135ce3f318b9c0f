using System.Runtime.InteropServices;

namespace FineTune.Core.Datasets.Indexing;

/// <summary>How often each number was seen. Takes room for the numbers that differ, not for each that was seen.</summary>
internal sealed class Tally
{
    private readonly Dictionary<int, long> counts = [];

    private Distribution? spread;

    /// <summary>Numbers that were seen.</summary>
    public long Count { get; private set; }

    /// <summary>How they are spread; null for none.</summary>
    public Distribution? Spread => spread ??= Distribution.Of(counts);

    /// <summary>Adds a number.</summary>
    public void Add(int number) => Add(number, 1);

    /// <summary>Adds what another one counted.</summary>
    public void Add(Tally other)
    {
        foreach (var (number, count) in other.counts)
        {
            Add(number, count);
        }
    }

    private void Add(int number, long count)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(counts, number, out _) += count;
        Count += count;
        spread = null;
    }
}
