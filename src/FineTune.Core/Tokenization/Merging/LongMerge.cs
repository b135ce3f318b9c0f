namespace FineTune.Core.Tokenization.Merging;

/// <summary>
/// Byte-pair merging of pieces of any length, in windows: the memory that it takes does not grow with the piece.
/// </summary>
/// <remarks>
/// Windows are exact. A merge is chosen by its rank and its place alone, so what happens in two neighbouring tokens of a result happens
/// in these two alone as well; and tokens of which every two neighbours are the result of merging their text are the result of merging all of it.
/// Where two overlapping windows have a token in common, each two neighbours before it are from the one and each two from it on are from the other.
/// </remarks>
internal sealed unsafe class LongMerge
{
    /// <summary>Bytes of the first window that is tried.</summary>
    public const int DefaultWindow = 1 << 15;

    private readonly Vocabulary vocabulary;
    private readonly int window;
    private readonly ICollection<int>? ranks;
    private int count;

    private LongMerge(Vocabulary vocabulary, int window, ICollection<int>? ranks)
    {
        this.vocabulary = vocabulary;
        this.window = window;
        this.ranks = ranks;
    }

    /// <summary>Merges a piece and gives how many tokens are left.</summary>
    /// <param name="vocabulary">The tokens.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="ranks">Takes the tokens' ranks; null where only their number matters.</param>
    /// <param name="window">Bytes that are merged at once, where that is enough.</param>
    public static int Run(Vocabulary vocabulary, ReadOnlySpan<byte> piece, ICollection<int>? ranks, int window = DefaultWindow)
    {
        for (var bytes = window; ; bytes *= 4)
        {
            var found = ranks is null ? null : new List<int>();
            var merge = new LongMerge(vocabulary, (int)Math.Min((long)bytes, piece.Length), found);
            if (merge.TryRun(piece))
            {
                found?.ForEach(ranks!.Add);
                return merge.count;
            }
        }
    }

    /// <summary>False where two windows have no token in common where they overlap.</summary>
    private bool TryRun(ReadOnlySpan<byte> piece)
    {
        var (one, spare) = (new MergeWindow(vocabulary, window), (MergeWindow?)null);
        one.Run(piece[..window]);
        var (start, from) = (0, 0);
        while (start + window < piece.Length)
        {
            // The next window begins with a token of this one: it has the same tokens from there on, but for its end.
            var overlap = one.TokenBefore(window - (window / 8));
            var next = start + overlap;
            var bytes = piece.Slice(next, Math.Min(window, piece.Length - next));
            var other = one;
            // The same bytes have the same tokens: a run of one letter is merged once.
            if (!bytes.SequenceEqual(piece.Slice(start, window)))
            {
                other = spare ?? new MergeWindow(vocabulary, window);
                other.Run(bytes);
                spare = one;
            }
            var common = overlap <= from ? -1 : one.FindCommon(other, overlap);
            if (common < 0)
            {
                return false;
            }
            Take(one, from, common);
            (start, from) = (next, common - overlap);
            one = other;
        }
        Take(one, from, one.Length);
        return true;
    }

    private void Take(MergeWindow window, int from, int to)
    {
        for (var place = from; place < to; place = window.Next(place))
        {
            count++;
            ranks?.Add(window.Rank(place));
        }
    }
}
