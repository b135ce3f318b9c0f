using System.Runtime.CompilerServices;
using FineTune.Core.Tokenization.Merging;

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
    private readonly ShortMerge merge;
    private readonly InterleavedMerge manyMerges;

    private TokenCounter(Vocabulary vocabulary, IPieceScanner scanner)
    {
        this.vocabulary = vocabulary;
        this.scanner = scanner;
        merge = new ShortMerge(vocabulary);
        manyMerges = new InterleavedMerge(vocabulary);
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
                EncodePiece(text + start, end - start, ids);
            }
        }
    }

    private void EncodePiece(byte* piece, int length, ICollection<int> ids)
    {
        if (length > ShortMerge.MaxLength)
        {
            LongMerge.Run(vocabulary, new ReadOnlySpan<byte>(piece, length), ids);
            return;
        }

        merge.Run(piece, length);
        merge.CopyTo(ids, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Count(byte* text, ref int position, int stop, int end)
    {
        var total = 0;
        while (position < stop)
        {
            position = scanner.Fill(batch, counts, text, position, stop, end);
            total += CountKnown(out var unknown);
            var shorts = unknown;
            for (var piece = 0; piece < batch.LongCount; piece++)
            {
                total += CountLong(text + batch.Long[2 * piece], batch.Long[(2 * piece) + 1], ref unknown);
            }

            manyMerges.Run(batch.Unknown, unknown);
            total += Remember(shorts, unknown);
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountKnown(out int unknown)
    {
        var keys = batch.Keys;
        var sets = batch.Sets;
        var pieces = batch.Unknown;
        var total = 0;
        unknown = 0;
        for (var piece = 0; piece < batch.Count; piece++)
        {
            var count = PieceCounts.CountOf((ulong*)sets[piece], keys[2 * piece], keys[(2 * piece) + 1]);
            total += count;
            if (count == 0)
            {
                var bytes = (byte*)(keys + (2 * piece));
                pieces[unknown++] = new UnknownPiece { Bytes = bytes, Length = bytes[15], Memory = (void*)sets[piece] };
            }
        }

        return total;
    }

    private int Remember(int shorts, int unknown)
    {
        var total = 0;
        for (var piece = batch.Unknown; piece < batch.Unknown + unknown; piece++)
        {
            total += piece->Count;
            if (piece < batch.Unknown + shorts)
            {
                PieceCounts.Remember((ulong*)piece->Memory, ((ulong*)piece->Bytes)[0], ((ulong*)piece->Bytes)[1], piece->Count);
            }
            else
            {
                LongPieceCounts.Remember((byte*)piece->Memory, piece->Bytes, piece->Length, piece->Count);
            }
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountLong(byte* piece, int length, ref int unknown)
    {
        if (length > ShortMerge.MaxLength)
        {
            return LongMerge.Run(vocabulary, new ReadOnlySpan<byte>(piece, length), null);
        }

        if (length > LongPieceCounts.MaxLength)
        {
            return merge.Run(piece, length);
        }

        var line = longCounts.LineOf(piece, length);
        var count = LongPieceCounts.CountOf(line, piece, length);
        if (count == 0 && length <= InterleavedMerge.MaxLength)
        {
            batch.Unknown[unknown++] = new UnknownPiece { Bytes = piece, Length = length, Memory = line };
        }
        else if (count == 0)
        {
            count = merge.Run(piece, length);
            LongPieceCounts.Remember(line, piece, length, count);
        }

        return count;
    }
}
