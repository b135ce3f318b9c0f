using System.Runtime.CompilerServices;
using FineTune.Core.Tokenization.Memory;

namespace FineTune.Core.Tokenization.Merging;

/// <summary>Merges one stretch after another with a binary heap, so that a stretch of one letter takes no longer than one of text should.</summary>
internal sealed unsafe class MergeWindow(Vocabulary vocabulary, int capacity)
{
    private const int NoPlace = -1;

    private readonly PinnedMemory bytes = new(capacity);
    private readonly int[] ranks = new int[capacity];
    private readonly int[] next = new int[capacity];
    private readonly int[] previous = new int[capacity];
    private readonly int[] candidates = new int[capacity];
    private readonly CandidateHeap heap = new(capacity);

    /// <summary>Bytes of the stretch.</summary>
    public int Length { get; private set; }

    /// <summary>Where the token after one begins.</summary>
    public int Next(int token) => next[token];

    /// <summary>Rank of the token that begins at a place.</summary>
    public int Rank(int token) => ranks[token];

    /// <summary>Merges a stretch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ReadOnlySpan<byte> stretch)
    {
        Length = stretch.Length;
        stretch.CopyTo(new Span<byte>(bytes.Pointer, Length));
        Prepare();
        while (heap.TryTake(out var rank, out var place))
        {
            if (candidates[place] != rank)
            {
                continue;
            }

            var right = next[place];
            var behind = next[right];
            ranks[place] = rank;
            next[place] = behind;
            candidates[right] = Vocabulary.None;
            candidates[place] = Vocabulary.None;
            if (behind < Length)
            {
                previous[behind] = place;
                Consider(place, behind);
            }

            if (previous[place] != NoPlace)
            {
                Consider(previous[place], place);
            }
        }
    }

    /// <summary>Where the last token begins that begins no later than a place.</summary>
    public int TokenBefore(int place)
    {
        var token = 0;
        while (next[token] <= place)
        {
            token = next[token];
        }

        return token;
    }

    /// <summary>Where the first token begins that a later window has, too; -1 for none.</summary>
    /// <param name="later">The later window.</param>
    /// <param name="offset">Where it begins, which is where a token of this one does.</param>
    public int FindCommon(MergeWindow later, int offset)
    {
        for (int mine = offset, theirs = 0; mine < Length && theirs < later.Length;)
        {
            if (mine < offset + theirs)
            {
                mine = next[mine];
            }
            else if (mine > offset + theirs)
            {
                theirs = later.next[theirs];
            }
            else if (next[mine] == offset + later.next[theirs])
            {
                return mine;
            }
            else
            {
                mine = next[mine];
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Consider(int left, int right)
    {
        var rank = vocabulary.RankOf(ranks[left], ranks[right]);
        candidates[left] = rank;
        if (rank != Vocabulary.None)
        {
            heap.Add(rank, left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Prepare()
    {
        var bytes = this.bytes.Pointer;
        for (var place = 0; place < Length; place++)
        {
            ranks[place] = vocabulary.ByteRanks[bytes[place]];
            next[place] = place + 1;
            previous[place] = place - 1;
            var rank = place + 1 < Length ? vocabulary.PairRanks[(bytes[place] << 8) | bytes[place + 1]] : Vocabulary.None;
            candidates[place] = rank;
            if (rank != Vocabulary.None)
            {
                heap.Add(rank, place);
            }
        }
    }
}
