namespace FineTune.Core.Datasets.Indexing;

/// <summary>Finds the first example of a hash: six bytes an example, which go back to the index for its next table.</summary>
internal sealed class HashTable : IDisposable
{
    private readonly DatasetIndex index;

    private readonly Func<DatasetIndex, int, ulong> hashOf;

    private int[] slots;

    private HashTable(DatasetIndex index, Func<DatasetIndex, int, ulong> hashOf)
    {
        (this.index, this.hashOf) = (index, hashOf);
        slots = index.RentSlots();
    }

    /// <summary>A table by what the model is given and what is right there.</summary>
    public static HashTable ByContent(DatasetIndex index) => new(index, static (all, i) => all[i].Content);

    /// <summary>A table by the hash of the context.</summary>
    public static HashTable ByContext(DatasetIndex index) => new(index, static (all, i) => all[i].Context);

    /// <summary>Adds an example; returns the one of the same hash that was added first, or -1.</summary>
    public int Add(int example)
    {
        var hash = hashOf(index, example);
        ref var slot = ref Slot(hash);
        if (slot != 0)
        {
            return slot - 1;
        }
        slot = example + 1;
        return -1;
    }

    /// <summary>Adds every example.</summary>
    public HashTable AddAll()
    {
        for (var i = 0; i < index.Count; i++)
        {
            Add(i);
        }
        return this;
    }

    /// <summary>The example of a hash that was added first; -1 for none.</summary>
    public int Find(ulong hash) => Slot(hash) - 1;

    public void Dispose()
    {
        index.ReturnSlots(slots);
        slots = [];
    }

    private ref int Slot(ulong hash)
    {
        var at = Slots.First(hash, slots.Length);
        while (slots[at] != 0 && hashOf(index, slots[at] - 1) != hash)
        {
            at = at + 1 < slots.Length ? at + 1 : 0;
        }
        return ref slots[at];
    }
}
