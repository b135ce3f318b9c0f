namespace FineTune.Core.Datasets.Indexing;

/// <summary>
/// What is remembered of every example of a dataset: 24 bytes each, in order, in chunks that never move.
/// With the table that finds equal hashes it is 30 bytes an example, and one chunk that is not full.
/// </summary>
internal sealed class DatasetIndex
{
    private const int ChunkBits = 14;

    private readonly List<Entry[]> chunks = [];

    private int[]? spareSlots;

    public int Count { get; private set; }

    /// <summary>What tells near duplicates, example by example; null unless they are looked for.</summary>
    public SignatureList? Signatures { get; init; }

    /// <summary>Hashes of whole examples with every key, example by example; null unless datasets are compared.</summary>
    public List<ulong>? Wholes { get; init; }

    public ref readonly Entry this[int index] => ref chunks[index >> ChunkBits][index & ((1 << ChunkBits) - 1)];

    public void Add(ulong content, ulong context, ExamplePlace place)
    {
        if (Count >> ChunkBits == chunks.Count)
        {
            chunks.Add(new Entry[1 << ChunkBits]);
        }
        chunks[^1][Count & ((1 << ChunkBits) - 1)] = new Entry(content, context, place);
        Count++;
    }

    /// <summary>Empty slots for a table of all examples. They are given back, so that there is one such array however many tables there were.</summary>
    public int[] RentSlots()
    {
        var (slots, count) = (spareSlots, Slots.CountFor(Count));
        spareSlots = null;
        if (slots?.Length != count)
        {
            return new int[count];
        }
        Array.Clear(slots);
        return slots;
    }

    /// <summary>Takes slots back.</summary>
    public void ReturnSlots(int[] slots) => spareSlots = slots;

    /// <param name="Content">Hash of what the model is given and of what is right there: keys beside them do not count.</param>
    /// <param name="Context">Hash of what the model is given; 0 for nothing.</param>
    /// <param name="Place">Where the example stands.</param>
    internal readonly record struct Entry(ulong Content, ulong Context, ExamplePlace Place);
}
