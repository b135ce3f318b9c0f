using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization.Merging;

/// <summary>Candidates for merging, lowest rank first, the leftmost of equals.</summary>
internal sealed class CandidateHeap(int capacity)
{
    private ulong[] items = new ulong[capacity];
    private int count;

    /// <summary>Adds a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int rank, int place)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, items.Length * 2);
        }

        var item = ((ulong)(uint)rank << 32) | (uint)place;
        var hole = count++;
        while (hole > 0 && items[(hole - 1) >> 1] > item)
        {
            items[hole] = items[(hole - 1) >> 1];
            hole = (hole - 1) >> 1;
        }

        items[hole] = item;
    }

    /// <summary>Takes the first pair; false where none is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryTake(out int rank, out int place)
    {
        if (count == 0)
        {
            (rank, place) = (0, 0);
            return false;
        }

        (rank, place) = ((int)(items[0] >> 32), (int)items[0]);
        var last = items[--count];
        var hole = 0;
        for (var child = 1; child < count; child = (2 * hole) + 1)
        {
            child += child + 1 < count && items[child + 1] < items[child] ? 1 : 0;
            if (items[child] >= last)
            {
                break;
            }

            items[hole] = items[child];
            hole = child;
        }

        items[hole] = last;
        return true;
    }
}
