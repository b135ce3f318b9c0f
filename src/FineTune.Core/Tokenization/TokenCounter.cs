using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>Counts tokens as the encodings of OpenAI do, straight from UTF-8. Text of special tokens counts as ordinary text.</summary>
/// <remarks>
/// A counter keeps caches of about 5 MB and is used by one thread at a time: make one for each worker and keep it.
/// The vocabulary is shared by all of them. Bytes that are no UTF-8 are counted as they are and never fail.
/// </remarks>
internal sealed unsafe class TokenCounter
{
    private readonly Vocabulary vocabulary;
    private readonly IPieceScanner scanner;
    private readonly PieceBatch batch = new();
    private readonly PieceCounts counts = new();
    private readonly LongPieceCounts longCounts = new();
    private readonly PairCache pairs = new();
    private readonly ShortMerge merge;
    private readonly PinnedMemory scratch = new(ShortMerge.MaxLength + IPieceScanner.Reach);

    private TokenCounter(Vocabulary vocabulary, IPieceScanner scanner)
    {
        this.vocabulary = vocabulary;
        this.scanner = scanner;
        merge = new ShortMerge(vocabulary, pairs);
    }

    /// <summary>Makes a counter.</summary>
    /// <param name="encoding">One of <see cref="Encodings.All"/>.</param>
    /// <exception cref="ArgumentException">The encoding is another one.</exception>
    public static TokenCounter Create(string encoding) => encoding switch
    {
        Encodings.O200k => new TokenCounter(Encodings.VocabularyOf(encoding), new PieceScanner<O200kRules>()),
        Encodings.Cl100k => new TokenCounter(Encodings.VocabularyOf(encoding), new PieceScanner<Cl100kRules>()),
        _ => throw new ArgumentException($"no such encoding: {encoding}", nameof(encoding)),
    };

    /// <summary>How many tokens a text has.</summary>
    /// <param name="utf8">The text, without JSON escapes.</param>
    public int Count(ReadOnlySpan<byte> utf8)
    {
        fixed (byte* text = utf8)
        {
            var position = 0;
            var total = 0;
            if (utf8.Length > IPieceScanner.Reach)
            {
                total = Count(text, ref position, utf8.Length - IPieceScanner.Reach, utf8.Length);
            }

            // The scanner reads beyond the place it is at: the rest is counted where zeros follow it.
            var rest = utf8.Length - position;
            var tail = stackalloc byte[2 * IPieceScanner.Reach];
            new Span<byte>(tail, 2 * IPieceScanner.Reach).Clear();
            utf8[position..].CopyTo(new Span<byte>(tail, rest));
            position = 0;
            return total + Count(tail, ref position, rest, rest);
        }
    }

    /// <summary>Adds the tokens of a text to a list.</summary>
    /// <param name="utf8">The text, without JSON escapes.</param>
    /// <param name="ids">Takes the token IDs.</param>
    public void Encode(ReadOnlySpan<byte> utf8, ICollection<int> ids)
    {
        fixed (byte* text = utf8)
        {
            for (int start = 0, end; start < utf8.Length; start = end)
            {
                end = scanner.PieceEnd(text, start, utf8.Length);
                EncodePiece(utf8[start..end], ids);
            }
        }
    }

    private void EncodePiece(ReadOnlySpan<byte> piece, ICollection<int> ids)
    {
        if (piece.Length > ShortMerge.MaxLength)
        {
            LongMerge.Run(vocabulary, pairs, piece, ids);
            return;
        }

        piece.CopyTo(new Span<byte>(scratch.Pointer, piece.Length));
        var rank = vocabulary.RankOf(scratch.Pointer, piece.Length);
        if (rank != Vocabulary.None)
        {
            ids.Add(rank);
            return;
        }

        merge.Run(scratch.Pointer, piece.Length);
        merge.CopyTo(ids, piece.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Count(byte* text, ref int position, int stop, int end)
    {
        var total = 0;
        while (position < stop)
        {
            position = scanner.Fill(batch, counts, text, position, stop, end);
            total += CountShort();
            for (var piece = 0; piece < batch.LongCount; piece++)
            {
                total += CountLong(text + batch.Long[2 * piece], batch.Long[(2 * piece) + 1]);
            }
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountShort()
    {
        var keys = batch.Keys;
        var hashes = batch.Hashes;
        var unknown = batch.Unknown;
        var (total, unknowns) = (0, 0);
        for (var piece = 0; piece < batch.Count; piece++)
        {
            var count = counts.CountOf(keys[2 * piece], keys[(2 * piece) + 1], hashes[piece]);
            total += count;
            if (count == 0)
            {
                vocabulary.Prefetch(hashes[piece]);
                unknown[unknowns++] = piece;
            }
        }

        for (var place = 0; place < unknowns; place++)
        {
            total += Learn(keys + (2 * unknown[place]), hashes[unknown[place]]);
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Learn(ulong* key, ulong hash)
    {
        var length = (int)(key[1] >> 56);
        var count = 1;
        if (vocabulary.Find(key[0], key[1], hash) == Vocabulary.None)
        {
            var bytes = scratch.Pointer;
            Unsafe.CopyBlock(bytes, key, Piece.Reach);
            count = vocabulary.RankOf(bytes, length) != Vocabulary.None ? 1 : merge.Run(bytes, length);
        }

        counts.Remember(key[0], key[1], hash, count);
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountLong(byte* piece, int length)
    {
        if (length > ShortMerge.MaxLength)
        {
            return LongMerge.Run(vocabulary, pairs, new ReadOnlySpan<byte>(piece, length), null);
        }

        var line = length <= LongPieceCounts.MaxLength ? longCounts.LineOf(piece, length) : null;
        var count = line is null ? 0 : LongPieceCounts.CountOf(line, piece, length);
        if (count != 0)
        {
            return count;
        }

        Unsafe.CopyBlockUnaligned(scratch.Pointer, piece, (uint)length);
        count = vocabulary.RankOf(scratch.Pointer, length) != Vocabulary.None ? 1 : merge.Run(scratch.Pointer, length);
        if (line is not null)
        {
            LongPieceCounts.Remember(line, piece, length, count);
        }

        return count;
    }
}
