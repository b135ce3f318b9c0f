using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>Byte-pair merging of pieces of any length with a binary heap, so that a megabyte of one letter takes no longer than a megabyte of text should.</summary>
internal sealed unsafe class LongMerge
{
    private const int NoPlace = -1;

    private readonly Vocabulary _vocabulary;
    private readonly PairCache _cache;
    private readonly byte* _bytes;
    private readonly int _length;
    private readonly int[] _ranks;
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly int[] _candidates;
    private readonly CandidateHeap _heap;

    private LongMerge(Vocabulary vocabulary, PairCache cache, byte* bytes, int length)
    {
        _vocabulary = vocabulary;
        _cache = cache;
        _bytes = bytes;
        _length = length;
        _ranks = new int[length];
        _next = new int[length];
        _previous = new int[length];
        _candidates = new int[length];
        _heap = new CandidateHeap(length);
    }

    /// <summary>Merges a piece and gives how many tokens are left.</summary>
    /// <param name="vocabulary">The tokens.</param>
    /// <param name="cache">Pairs seen before.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="ranks">Takes the tokens' ranks; null where only their number matters.</param>
    public static int Run(Vocabulary vocabulary, PairCache cache, ReadOnlySpan<byte> piece, ICollection<int>? ranks)
    {
        var copy = new PinnedMemory(piece.Length + Piece.Reach);
        piece.CopyTo(new Span<byte>(copy.Pointer, piece.Length));
        var merge = new LongMerge(vocabulary, cache, copy.Pointer, piece.Length);
        var count = merge.Run();
        for (var place = 0; ranks is not null && place < piece.Length; place = merge._next[place])
        {
            ranks.Add(merge._ranks[place]);
        }

        GC.KeepAlive(copy);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Run()
    {
        Prepare();
        var count = _length;
        while (_heap.TryTake(out var rank, out var place))
        {
            if (_candidates[place] != rank)
            {
                continue;
            }

            var right = _next[place];
            var behind = _next[right];
            _ranks[place] = rank;
            _next[place] = behind;
            _candidates[right] = Vocabulary.None;
            _candidates[place] = Vocabulary.None;
            count--;
            if (behind < _length)
            {
                _previous[behind] = place;
                Consider(place, behind);
            }

            if (_previous[place] != NoPlace)
            {
                Consider(_previous[place], place);
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Consider(int left, int right)
    {
        var rank = _cache.RankOf(_vocabulary, _ranks[left], _ranks[right], _bytes + left, _next[right] - left);
        _candidates[left] = rank;
        if (rank != Vocabulary.None)
        {
            _heap.Add(rank, left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Prepare()
    {
        for (var place = 0; place < _length; place++)
        {
            _ranks[place] = _vocabulary.ByteRanks[_bytes[place]];
            _next[place] = place + 1;
            _previous[place] = place - 1;
            var rank = place + 1 < _length ? _vocabulary.PairRanks[(_bytes[place] << 8) | _bytes[place + 1]] : Vocabulary.None;
            _candidates[place] = rank;
            if (rank != Vocabulary.None)
            {
                _heap.Add(rank, place);
            }
        }
    }
}
