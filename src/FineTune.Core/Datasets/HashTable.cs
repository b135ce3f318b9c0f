namespace FineTune.Core.Datasets;

/// <summary>Finds the first example of a hash: four bytes a slot, between 1.25 and 2.5 slots an example.</summary>
internal sealed class HashTable
{
    private readonly DatasetIndex index;

    private readonly Func<DatasetIndex, int, ulong> hashOf;

    private readonly int[] slots;

    private HashTable(DatasetIndex index, Func<DatasetIndex, int, ulong> hashOf)
    {
        (this.index, this.hashOf) = (index, hashOf);
        var size = 16L;
        while (size < index.Count * 1.25)
        {
            size *= 2;
        }
        slots = new int[size];
    }

    /// <summary>A table by the hash of the whole example.</summary>
    public static HashTable ByExample(DatasetIndex index) => new(index, static (all, i) => all[i].Hash);

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

    private ref int Slot(ulong hash)
    {
        var at = (long)(hash & (ulong)(slots.Length - 1));
        while (slots[at] != 0 && hashOf(index, slots[at] - 1) != hash)
        {
            at = (at + 1) & (slots.Length - 1);
        }
        return ref slots[at];
    }
}
