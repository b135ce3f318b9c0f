namespace FineTune.Core.Datasets;

/// <summary>
/// What is remembered of every example of a dataset: 24 bytes each, in order, in chunks that never move.
/// With the table that finds equal hashes it stays within 32 bytes an example.
/// </summary>
internal sealed class DatasetIndex
{
    private const int ChunkBits = 14;

    private readonly List<Entry[]> chunks = [];

    public int Count { get; private set; }

    /// <summary>What tells near duplicates, example by example; null unless they are looked for.</summary>
    public SignatureList? Signatures { get; init; }

    public ref readonly Entry this[int index] => ref chunks[index >> ChunkBits][index & ((1 << ChunkBits) - 1)];

    public void Add(ulong hash, ulong context, ExamplePlace place)
    {
        if (Count >> ChunkBits == chunks.Count)
        {
            chunks.Add(new Entry[1 << ChunkBits]);
        }
        chunks[^1][Count & ((1 << ChunkBits) - 1)] = new Entry(hash, context, place);
        Count++;
    }

    internal readonly record struct Entry(ulong Hash, ulong Context, ExamplePlace Place);
}
