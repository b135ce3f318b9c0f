using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FineTune.Core.Tokenization.Memory;

namespace FineTune.Core.Tokenization.Merging;

/// <summary>Byte-pair merging of pieces up to 256 bytes: the pair of lowest rank first, the leftmost of equals.</summary>
internal sealed unsafe class ShortMerge
{
    /// <summary>Longest piece, in bytes.</summary>
    public const int MaxLength = 256;

    // A candidate holds the rank of a pair above the place of its first byte, so that the smallest is the one to merge.
    private const int PlaceBits = 8;
    private const int NoCandidate = Vocabulary.None << PlaceBits;

    private readonly Vocabulary vocabulary;
    private readonly PinnedMemory memory = new((MaxLength + Vector) * 4 * sizeof(int));
    private readonly int* candidates;
    private readonly int* ranks;
    private readonly int* next;
    private readonly int* previous;

    /// <param name="vocabulary">The tokens.</param>
    public ShortMerge(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        candidates = (int*)memory.Pointer;
        ranks = candidates + MaxLength + Vector;
        next = ranks + MaxLength + Vector;
        previous = next + MaxLength + Vector;
    }

    private static int Vector => 16;

    /// <summary>Merges a piece and gives how many tokens are left.</summary>
    /// <param name="bytes">The piece.</param>
    /// <param name="length">Its bytes, 1 to 256.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Run(byte* bytes, int length)
    {
        Prepare(bytes, length);
        var candidates = this.candidates;
        var ranks = this.ranks;
        var next = this.next;
        var previous = this.previous;
        var count = length;
        while (true)
        {
            var best = Smallest(candidates, length);
            if (best >= NoCandidate)
            {
                return count;
            }

            var place = best & ((1 << PlaceBits) - 1);
            var rank = best >> PlaceBits;
            var right = next[place];
            var behind = next[right];
            ranks[place] = rank;
            next[place] = behind;
            candidates[right] = NoCandidate;
            candidates[place] = NoCandidate;
            count--;
            if (behind < length)
            {
                previous[behind] = place;
                var merged = vocabulary.RankOf(rank, ranks[behind]);
                candidates[place] = (merged << PlaceBits) | place;
            }

            if (place > 0)
            {
                var before = previous[place];
                var merged = vocabulary.RankOf(ranks[before], rank);
                candidates[before] = (merged << PlaceBits) | before;
            }
        }
    }

    /// <summary>Hands over the ranks that the last run left, in order.</summary>
    public void CopyTo(ICollection<int> ranks, int length)
    {
        for (var place = 0; place < length; place = next[place])
        {
            ranks.Add(this.ranks[place]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Prepare(byte* bytes, int length)
    {
        var byteRanks = vocabulary.ByteRanks;
        var pairRanks = vocabulary.PairRanks;
        int current = bytes[0];
        for (var place = 0; place < length - 1; place++)
        {
            int following = bytes[place + 1];
            candidates[place] = (pairRanks[(current << 8) | following] << PlaceBits) | place;
            ranks[place] = byteRanks[current];
            next[place] = place + 1;
            previous[place] = place - 1;
            current = following;
        }

        ranks[length - 1] = byteRanks[current];
        next[length - 1] = length;
        previous[length - 1] = length - 2;
        new Span<int>(candidates + length - 1, Vector).Fill(NoCandidate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Smallest(int* candidates, int length)
    {
        var first = Vector128.Min(Vector128.Load(candidates), Vector128.Load(candidates + 4));
        var second = Vector128.Min(Vector128.Load(candidates + 8), Vector128.Load(candidates + 12));
        for (var place = 16; place < length - 1; place += 16)
        {
            first = Vector128.Min(first, Vector128.Min(Vector128.Load(candidates + place), Vector128.Load(candidates + place + 4)));
            second = Vector128.Min(second, Vector128.Min(Vector128.Load(candidates + place + 8), Vector128.Load(candidates + place + 12)));
        }

        first = Vector128.Min(first, second);
        first = Vector128.Min(first, Vector128.Shuffle(first, Vector128.Create(2, 3, 0, 1)));
        return Math.Min(first.ToScalar(), first.GetElement(1));
    }
}
