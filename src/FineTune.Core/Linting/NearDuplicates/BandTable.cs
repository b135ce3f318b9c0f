using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Linting.NearDuplicates;

/// <summary>Finds the first example that has an equal band.</summary>
internal sealed class BandTable
{
    private readonly SignatureList signatures;

    private readonly int band;

    private readonly int[] slots;

    public BandTable(SignatureList signatures, int band)
    {
        (this.signatures, this.band) = (signatures, band);
        slots = new int[Slots.CountFor(signatures.Count)];
    }

    /// <summary>Adds an example; returns the one of the same band that was added first, or -1.</summary>
    public int Add(int example)
    {
        ref var slot = ref Slot(signatures.Band(example, band));
        if (slot != 0)
        {
            return slot - 1;
        }
        slot = example + 1;
        return -1;
    }

    /// <summary>The example that was added first with this band; -1 for none.</summary>
    public int Find(uint value) => Slot(value) - 1;

    private ref int Slot(uint value)
    {
        var at = Slots.First(value, slots.Length);
        while (slots[at] != 0 && signatures.Band(slots[at] - 1, band) != value)
        {
            at = at + 1 < slots.Length ? at + 1 : 0;
        }
        return ref slots[at];
    }
}
