using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>Candidates for merging, lowest rank first, the leftmost of equals.</summary>
internal sealed class CandidateHeap(int capacity)
{
    private ulong[] _items = new ulong[capacity];
    private int _count;

    /// <summary>Adds a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int rank, int place)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _items.Length * 2);
        }

        var item = ((ulong)(uint)rank << 32) | (uint)place;
        var hole = _count++;
        while (hole > 0 && _items[(hole - 1) >> 1] > item)
        {
            _items[hole] = _items[(hole - 1) >> 1];
            hole = (hole - 1) >> 1;
        }

        _items[hole] = item;
    }

    /// <summary>Takes the first pair; false where none is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryTake(out int rank, out int place)
    {
        if (_count == 0)
        {
            (rank, place) = (0, 0);
            return false;
        }

        (rank, place) = ((int)(_items[0] >> 32), (int)_items[0]);
        var last = _items[--_count];
        var hole = 0;
        for (var child = 1; child < _count; child = (2 * hole) + 1)
        {
            child += child + 1 < _count && _items[child + 1] < _items[child] ? 1 : 0;
            if (_items[child] >= last)
            {
                break;
            }

            _items[hole] = _items[child];
            hole = child;
        }

        _items[hole] = last;
        return true;
    }
}
