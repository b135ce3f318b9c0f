namespace FineTune.Core.Datasets.Indexing;

/// <summary>Where an example stands: the index of its file in the dataset, and the offset of its line, in eight bytes.</summary>
internal readonly record struct ExamplePlace
{
    private const int OffsetBits = 44;

    private readonly ulong packed;

    public ExamplePlace(int file, long offset) => packed = ((ulong)file << OffsetBits) | (ulong)offset;

    public int File => (int)(packed >> OffsetBits);

    public long Offset => (long)(packed & ((1UL << OffsetBits) - 1));
}
