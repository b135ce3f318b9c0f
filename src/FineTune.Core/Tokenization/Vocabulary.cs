using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace FineTune.Core.Tokenization;

/// <summary>The tokens of an encoding and their ranks. Immutable and shared by all counters.</summary>
/// <remarks>
/// Tokens of up to 13 bytes lie in an open-addressing table whose slots of 16 bytes hold the token, its length and its rank,
/// so that a look-up costs one cache line. The table is made from the embedded ranks when the encoding is first used: that
/// takes about 30 ms, where the table itself would make the assembly 12 MB larger.
/// </remarks>
internal sealed unsafe class Vocabulary
{
    /// <summary>Rank of what is no token. Every rank is smaller.</summary>
    public const int None = (1 << RankBits) - 1;

    /// <summary>Bits of a rank.</summary>
    public const int RankBits = 18;

    private const int MaxInline = 13;

    // A slot's second word: 5 bytes of the token, 18 bits of the rank plus one, 1 bit unused, 4 bits of the length at the top.
    private const int RankShift = 40;
    private const ulong RankMask = (ulong)None << RankShift;

    private readonly EmbeddedData data;
    private readonly PinnedMemory table;
    private readonly PinnedMemory pairs = new(65536 * sizeof(int));
    private readonly PinnedMemory bytes = new(256 * sizeof(int));
    private readonly TokenFilter filter = new();
    private readonly LongTokens longPieces;
    private readonly int shift;

    /// <param name="data">Tokens in the order of their ranks, each after its length in a byte.</param>
    public Vocabulary(EmbeddedData data)
    {
        this.data = data;
        var counts = Counts(data);
        var bits = BitOperations.Log2((uint)counts.Inline) + 2;
        shift = 64 - bits;
        table = new PinnedMemory(16 << bits);
        longPieces = new LongTokens(data.Pointer, counts.Long);
        new Span<int>(pairs.Pointer, 65536).Fill(None);
        Fill();
    }

    /// <summary>Ranks of the 256 single bytes.</summary>
    public int* ByteRanks => (int*)bytes.Pointer;

    /// <summary>Ranks of tokens of two bytes, by the first byte times 256 plus the second.</summary>
    public int* PairRanks => (int*)pairs.Pointer;

    /// <summary>Rank of these bytes, or <see cref="None"/>. Sixteen bytes from the start must be readable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RankOf(byte* bytes, int length)
    {
        if (length > MaxInline)
        {
            return longPieces.RankOf(bytes, length);
        }

        var (low, high) = (Piece.Low(bytes, length), Piece.High(bytes, length));
        var hash = Piece.Hash(low, high);
        return filter.MayHold(hash) ? Find(low, high, hash) : None;
    }

    /// <summary>Rank of a piece in two words, or <see cref="None"/>; pieces of 14 and 15 bytes are never found here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong low, ulong high, ulong hash)
    {
        var wanted = (high & ((1UL << RankShift) - 1)) | (high >> 56 << 60);
        var mask = (1UL << (64 - shift)) - 1;
        for (var slot = hash >> shift; ; slot = (slot + 1) & mask)
        {
            var entry = (ulong*)(table.Pointer + (slot << 4));
            var found = entry[1];
            if (entry[0] == low && (found & ~RankMask) == wanted)
            {
                return (int)((found & RankMask) >> RankShift);
            }

            if (found == 0)
            {
                return None;
            }
        }
    }

    /// <summary>Brings near what <see cref="Find"/> will look at first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong hash)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(table.Pointer + ((hash >> shift) << 4));
        }
    }

    private static (int Inline, int Long) Counts(EmbeddedData data)
    {
        var (inline, longer) = (0, 0);
        for (var position = 0; position < data.Size; position += 1 + data.Pointer[position])
        {
            if (data.Pointer[position] <= MaxInline)
            {
                inline++;
            }
            else
            {
                longer++;
            }
        }

        return (inline, longer);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill()
    {
        var rank = 0;
        var padded = stackalloc byte[Piece.Reach];
        for (var position = 0; position < data.Size; rank++)
        {
            int length = data.Pointer[position];
            var token = data.Pointer + position + 1;
            position += 1 + length;
            if (length > MaxInline)
            {
                longPieces.Add(token, length, rank);
                continue;
            }

            if (data.Size - position < Piece.Reach)
            {
                Unsafe.CopyBlockUnaligned(padded, token, (uint)length);
                token = padded;
            }

            Add(token, length, rank);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(byte* token, int length, int rank)
    {
        if (length == 1)
        {
            ByteRanks[*token] = rank;
        }
        else if (length == 2)
        {
            PairRanks[(token[0] << 8) | token[1]] = rank;
        }

        var (low, high) = (Piece.Low(token, length), Piece.High(token, length));
        var mask = (1UL << (64 - shift)) - 1;
        var hash = Piece.Hash(low, high);
        filter.Add(hash);
        var slot = hash >> shift;
        var entry = (ulong*)(table.Pointer + (slot << 4));
        while (entry[1] != 0)
        {
            slot = (slot + 1) & mask;
            entry = (ulong*)(table.Pointer + (slot << 4));
        }

        entry[0] = low;
        entry[1] = (high & ((1UL << RankShift) - 1)) | ((ulong)(uint)rank << RankShift) | ((ulong)(uint)length << 60);
    }
}
