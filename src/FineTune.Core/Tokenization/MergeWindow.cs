using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>Merges one stretch after another with a binary heap, so that a stretch of one letter takes no longer than one of text should.</summary>
internal sealed unsafe class MergeWindow(Vocabulary vocabulary, PairCache cache, int capacity)
{
    private const int NoPlace = -1;

    private readonly PinnedMemory _bytes = new(capacity + Piece.Reach);
    private readonly int[] _ranks = new int[capacity];
    private readonly int[] _next = new int[capacity];
    private readonly int[] _previous = new int[capacity];
    private readonly int[] _candidates = new int[capacity];
    private readonly CandidateHeap _heap = new(capacity);

    /// <summary>Bytes of the stretch.</summary>
    public int Length { get; private set; }

    /// <summary>Where the token after one begins.</summary>
    public int Next(int token) => _next[token];

    /// <summary>Rank of the token that begins at a place.</summary>
    public int Rank(int token) => _ranks[token];

    /// <summary>Merges a stretch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ReadOnlySpan<byte> stretch)
    {
        Length = stretch.Length;
        stretch.CopyTo(new Span<byte>(_bytes.Pointer, Length));
        Prepare();
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
            if (behind < Length)
            {
                _previous[behind] = place;
                Consider(place, behind);
            }

            if (_previous[place] != NoPlace)
            {
                Consider(_previous[place], place);
            }
        }
    }

    /// <summary>Where the last token begins that begins no later than a place.</summary>
    public int TokenBefore(int place)
    {
        var token = 0;
        while (_next[token] <= place)
        {
            token = _next[token];
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
                mine = _next[mine];
            }
            else if (mine > offset + theirs)
            {
                theirs = later._next[theirs];
            }
            else if (_next[mine] == offset + later._next[theirs])
            {
                return mine;
            }
            else
            {
                mine = _next[mine];
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Consider(int left, int right)
    {
        var rank = cache.RankOf(vocabulary, _ranks[left], _ranks[right], _bytes.Pointer + left, _next[right] - left);
        _candidates[left] = rank;
        if (rank != Vocabulary.None)
        {
            _heap.Add(rank, left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Prepare()
    {
        var bytes = _bytes.Pointer;
        for (var place = 0; place < Length; place++)
        {
            _ranks[place] = vocabulary.ByteRanks[bytes[place]];
            _next[place] = place + 1;
            _previous[place] = place - 1;
            var rank = place + 1 < Length ? vocabulary.PairRanks[(bytes[place] << 8) | bytes[place + 1]] : Vocabulary.None;
            _candidates[place] = rank;
            if (rank != Vocabulary.None)
            {
                _heap.Add(rank, place);
            }
        }
    }
}
