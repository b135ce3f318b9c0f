using System.Numerics;
using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>The tokens of more than 13 bytes: an open-addressing table of their places in the embedded ranks.</summary>
internal sealed unsafe class LongTokens
{
    // A slot: 24 bits of the place plus one, 18 bits of the rank, 22 bits of the hash.
    private const int RankShift = 24;
    private const int TagShift = RankShift + Vocabulary.RankBits;

    private readonly byte* data;
    private readonly PinnedMemory table;
    private readonly int shift;

    /// <param name="data">The ranks that the places are counted in.</param>
    /// <param name="count">How many tokens will be added.</param>
    public LongTokens(byte* data, int count)
    {
        this.data = data;
        var bits = BitOperations.Log2((uint)count + 1) + 3;
        shift = 64 - bits;
        table = new PinnedMemory(sizeof(ulong) << bits);
    }

    /// <summary>Adds a token, which lies in the ranks after its length.</summary>
    public void Add(byte* token, int length, int rank)
    {
        var hash = Hash(token, length);
        var slot = hash >> shift;
        var table = (ulong*)this.table.Pointer;
        while (table[slot] != 0)
        {
            slot = (slot + 1) & Mask;
        }

        table[slot] = (ulong)(token - data) | ((ulong)(uint)rank << RankShift) | Tag(hash);
    }

    /// <summary>Rank of these bytes, more than 13, or <see cref="Vocabulary.None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int RankOf(byte* bytes, int length)
    {
        if (length > byte.MaxValue)
        {
            return Vocabulary.None;
        }

        var hash = Hash(bytes, length);
        var table = (ulong*)this.table.Pointer;
        for (var slot = hash >> shift; table[slot] != 0; slot = (slot + 1) & Mask)
        {
            var entry = table[slot];
            var token = data + (entry & ((1 << RankShift) - 1));
            if ((entry >> TagShift) << TagShift == Tag(hash)
                && token[-1] == length
                && new ReadOnlySpan<byte>(token, length).SequenceEqual(new ReadOnlySpan<byte>(bytes, length)))
            {
                return (int)(entry >> RankShift) & Vocabulary.None;
            }
        }

        return Vocabulary.None;
    }

    private ulong Mask => (1UL << (64 - shift)) - 1;

    private static ulong Tag(ulong hash) => (hash & ((1UL << (64 - TagShift)) - 1)) << TagShift;

    /// <summary>Reads nothing outside the bytes; there are at least eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(byte* bytes, int length)
    {
        var hash = (ulong)(uint)length;
        for (var position = 0; position < length - 8; position += 8)
        {
            hash = (hash ^ Unsafe.ReadUnaligned<ulong>(bytes + position)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        hash = (hash ^ Unsafe.ReadUnaligned<ulong>(bytes + length - 8)) * 0xD6E8FEB86659FD93;
        return (hash ^ (hash >> 32)) * 0xCA5A826395121157;
    }
}
