namespace FineTune.Core.Datasets.Indexing;

/// <summary>The signatures of a dataset's examples, 48 bytes each, in chunks that never move; those of the first two million and no more.</summary>
internal sealed class SignatureList
{
    /// <summary>Numbers of a signature.</summary>
    public const int Bands = 12;

    /// <summary>More examples than this are not remembered.</summary>
    public const int Most = 1 << 21;

    private const int ChunkBits = 12;

    private readonly List<uint[]> chunks = [];

    public int Count { get; private set; }

    /// <summary>Adds the next example's signature; null for one that is too short to judge.</summary>
    public void Add(uint[]? signature)
    {
        if (Count == Most)
        {
            return;
        }
        if (Count >> ChunkBits == chunks.Count)
        {
            chunks.Add(new uint[Bands << ChunkBits]);
        }
        signature?.CopyTo(chunks[^1], (Count & ((1 << ChunkBits) - 1)) * Bands);
        Count++;
    }

    /// <summary>A band of an example's signature.</summary>
    public uint Band(int example, int band) => chunks[example >> ChunkBits][(example & ((1 << ChunkBits) - 1)) * Bands + band];

    /// <summary>Whether an example has a signature.</summary>
    public bool Has(int example) => chunks[example >> ChunkBits].AsSpan((example & ((1 << ChunkBits) - 1)) * Bands, Bands).IndexOfAnyExcept(0u) >= 0;
}
