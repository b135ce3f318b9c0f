using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>Remembers what two neighbouring tokens merge to. Direct-mapped and of fixed size; holds whole keys, so it is exact.</summary>
internal sealed unsafe class PairCache
{
    private const int Bits = 16;

    // Set in every entry, so that an empty one is no answer.
    private const ulong Used = 1UL << 36;

    private readonly PinnedMemory entries = new(sizeof(ulong) << Bits);

    /// <summary>Rank of the token that two tokens make, or <see cref="Vocabulary.None"/>.</summary>
    /// <param name="vocabulary">Where to look what is not remembered.</param>
    /// <param name="left">Rank of the first.</param>
    /// <param name="right">Rank of the second.</param>
    /// <param name="bytes">The bytes of both; sixteen must be readable.</param>
    /// <param name="length">Bytes of both.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RankOf(Vocabulary vocabulary, int left, int right, byte* bytes, int length)
    {
        var key = ((ulong)(uint)left << Vocabulary.RankBits) | (uint)right | Used;
        var entry = (ulong*)entries.Pointer + ((key * 0x9E3779B97F4A7C15) >> (64 - Bits));
        return *entry >> Vocabulary.RankBits == key
            ? (int)*entry & Vocabulary.None
            : Learn(vocabulary, entry, key, bytes, length);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Learn(Vocabulary vocabulary, ulong* entry, ulong key, byte* bytes, int length)
    {
        var rank = vocabulary.RankOf(bytes, length);
        *entry = (key << Vocabulary.RankBits) | (uint)rank;
        return rank;
    }
}
