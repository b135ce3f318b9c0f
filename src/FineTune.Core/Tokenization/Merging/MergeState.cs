using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FineTune.Core.Tokenization.Merging;

/// <summary>How far the merging of one piece is.</summary>
internal unsafe struct MergeState
{
    // A candidate holds the rank of a pair above the place of its first byte, so that the smallest is the one to merge.
    private const int PlaceBits = 5;
    private const uint PlaceMask = (1 << PlaceBits) - 1;
    private const uint NoCandidate = (uint)Vocabulary.None << PlaceBits;

    // Before the first of each stands one for what is before the piece: whatever is there merges with nothing.
    private fixed uint candidates[4 + 32];
    private fixed int ranks[1 + 33];
    private fixed byte next[32];
    private fixed byte previous[32];
    private UnknownPiece* piece;
    private ulong* slotAfter;
    private ulong* slotBefore;
    private ulong keyAfter;
    private ulong keyBefore;
    private nint place;
    private nint before;
    private int length;
    private int count;

    /// <summary>Begins with a piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Start(Vocabulary vocabulary, UnknownPiece* piece)
    {
        var bytes = piece->Bytes;
        length = piece->Length;
        fixed (uint* room = candidates)
        fixed (int* ranks = this.ranks)
        fixed (byte* next = this.next)
        fixed (byte* previous = this.previous)
        {
            var candidates = room + 4;
            var none = Vector128.Create(NoCandidate);
            for (var at = 0; at <= length; at += 16)
            {
                none.Store(candidates + at);
                none.Store(candidates + at + 4);
                none.Store(candidates + at + 8);
                none.Store(candidates + at + 12);
                (Vector128.Create((byte)1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16) + Vector128.Create((byte)at)).Store(next + at);
                (Vector128.Create((byte)255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14) + Vector128.Create((byte)at)).Store(previous + at);
            }

            ranks[0] = Vocabulary.None;
            ranks[length + 1] = Vocabulary.None;
            var byteRanks = vocabulary.ByteRanks;
            var pairRanks = vocabulary.PairRanks;
            int current = bytes[0];
            ranks[1] = byteRanks[current];
            for (var at = 1; at < length; at++)
            {
                int following = bytes[at];
                ranks[at + 1] = byteRanks[following];
                candidates[at - 1] = ((uint)pairRanks[(current << 8) | following] << PlaceBits) | (uint)(at - 1);
                current = following;
            }
        }

        this.piece = piece;
        count = length;
        (place, before) = (-1, -1);
        (keyAfter, keyBefore) = (1, 1);
        slotAfter = slotBefore = vocabulary.EmptySlot;
    }

    /// <summary>Merges one pair and asks for its neighbours; where nothing is left to merge, hands over the count and gives false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Step(Vocabulary vocabulary)
    {
        var self = (MergeState*)Unsafe.AsPointer(ref this);
        var candidates = self->candidates + 4;
        var smallest = Vector128.Min(Vector128.Load(candidates), Vector128.Load(candidates + 4));
        if (length > 9)
        {
            smallest = Vector128.Min(smallest, Vector128.Min(Vector128.Load(candidates + 8), Vector128.Load(candidates + 12)));
            if (length > 17)
            {
                smallest = Vector128.Min(smallest, Vector128.Min(Vector128.Load(candidates + 16), Vector128.Load(candidates + 20)));
                smallest = Vector128.Min(smallest, Vector128.Min(Vector128.Load(candidates + 24), Vector128.Load(candidates + 28)));
            }
        }

        // What was asked for in the last step is there by now, and no vector that was read above waits for it to be stored.
        var after = ((uint)Vocabulary.Find(keyAfter, slotAfter) << PlaceBits) | ((uint)place & PlaceMask);
        var ahead = ((uint)Vocabulary.Find(keyBefore, slotBefore) << PlaceBits) | ((uint)before & PlaceMask);
        smallest = Vector128.Min(smallest, Vector128.Min(Vector128.Create(after), Vector128.Create(ahead)));
        smallest = Vector128.Min(smallest, Vector128.Shuffle(smallest, Vector128.Create(2u, 3, 0, 1)));
        smallest = Vector128.Min(smallest, Vector128.Shuffle(smallest, Vector128.Create(1u, 0, 3, 2)));
        var best = smallest.ToScalar();
        candidates[before] = ahead;
        candidates[place] = after;
        if (best >= NoCandidate)
        {
            piece->Count = count;
            return false;
        }

        var ranks = self->ranks + 1;
        var merged = (nint)(best & PlaceMask);
        var rank = (int)(best >> PlaceBits);
        var right = (nint)self->next[merged];
        var behind = (nint)self->next[right];
        var left = (nint)(sbyte)self->previous[merged];
        self->next[merged] = (byte)behind;
        self->previous[behind] = (byte)merged;
        ranks[merged] = rank;
        candidates[right] = NoCandidate;
        candidates[merged] = NoCandidate;
        candidates[left] = NoCandidate;
        (place, before) = (merged, left);
        count--;

        // At the ends of the piece there is nothing to ask for.
        var empty = (nint)vocabulary.EmptySlot;
        keyAfter = Vocabulary.Key(rank, ranks[behind]);
        slotAfter = (ulong*)(empty + (((nint)vocabulary.HomeOf(keyAfter) - empty) & ((behind - length) >> 63)));
        Vocabulary.Prefetch(slotAfter);
        keyBefore = Vocabulary.Key(ranks[left], rank);
        slotBefore = (ulong*)(empty + (((nint)vocabulary.HomeOf(keyBefore) - empty) & ~(left >> 63)));
        Vocabulary.Prefetch(slotBefore);
        return true;
    }
}
