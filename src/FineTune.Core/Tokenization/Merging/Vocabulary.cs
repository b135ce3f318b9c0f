using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using FineTune.Core.Tokenization.Memory;

namespace FineTune.Core.Tokenization.Merging;

/// <summary>An encoding as it was learned: which two tokens merge to which. Immutable and shared by all counters.</summary>
/// <remarks>
/// Nothing else is needed. Every token of these encodings is what merging its own bytes gives, so a piece that is a token merges to it.
/// And each token is made of one pair alone, whatever else spells it: the merges inside a stretch depend on the stretch for as long as
/// none crosses its ends, so when its turn comes, a stretch that becomes a token is in the same two parts as the token by itself.
/// The table is embedded as it is looked up, and read in place (<c>eng/vocabulary/make.mjs</c> makes it).
/// </remarks>
internal sealed unsafe class Vocabulary
{
    /// <summary>Rank of what is no token. Every rank is smaller.</summary>
    public const int None = (1 << RankBits) - 1;

    /// <summary>Bits of a rank.</summary>
    public const int RankBits = 18;

    // A slot: the ranks of the left token and the right one, the rank of both merged, and a mark for every pair that lies here or behind.
    private const int MarkBits = 10;
    private const int KeyShift = MarkBits + RankBits;
    private const ulong NoKey = (1UL << (2 * RankBits)) - 1;

    private const int SingleBytes = 256;
    private const int BytePairs = SingleBytes * SingleBytes;

    private readonly EmbeddedData data;
    private readonly ulong* slots;
    private readonly uint homes;

    /// <param name="data">How many tokens there are and how many slots a pair may begin at, the ranks of single bytes, of pairs of bytes, then the slots.</param>
    public Vocabulary(EmbeddedData data)
    {
        this.data = data;
        var header = (int*)data.Pointer;
        Count = header[0];
        homes = (uint)header[1];
        ByteRanks = header + 2;
        PairRanks = ByteRanks + SingleBytes;
        slots = (ulong*)(PairRanks + BytePairs);
        EmptySlot = (ulong*)(data.Pointer + data.Size) - 1;
    }

    /// <summary>How many tokens there are.</summary>
    public int Count { get; }

    /// <summary>Ranks of the 256 single bytes.</summary>
    public int* ByteRanks { get; }

    /// <summary>Ranks of tokens of two bytes, by the first byte times 256 plus the second.</summary>
    public int* PairRanks { get; }

    /// <summary>A slot where no pair lies.</summary>
    public ulong* EmptySlot { get; }

    /// <summary>Two tokens as one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(int left, int right) => ((ulong)(uint)left << RankBits) | (uint)right;

    /// <summary>Where two tokens lie, or before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong* HomeOf(ulong key) => slots + (((Hash(key) >> 32) * homes) >> 32);

    /// <summary>Brings a slot near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(ulong* slot)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(slot);
        }
    }

    /// <summary>Rank of the token that two tokens merge to, or <see cref="None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RankOf(int left, int right)
    {
        var key = Key(left, right);
        return Find(key, HomeOf(key));
    }

    /// <summary>Rank of the token that two tokens merge to, or <see cref="None"/>.</summary>
    /// <param name="key">The two.</param>
    /// <param name="home">Where they lie, or before it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ulong key, ulong* home)
    {
        // Whether a pair merges is anybody's guess, the processor's too: no branch for it.
        var slot = *home;
        var hit = slot >> KeyShift == key ? 1 : 0;
        var rank = ((int)(slot >> MarkBits) | (hit - 1)) & None;
        var mark = (int)(((Hash(key) & uint.MaxValue) * MarkBits) >> 32);
        return ((int)(slot >> mark) & 1 & ~hit) == 0 ? rank : FindBehind(key, home);
    }

    /// <summary>The bytes of every token, by rank.</summary>
    public byte[][] Tokens()
    {
        var parts = new ulong[Count];
        for (var slot = slots; slot < EmptySlot; slot++)
        {
            if (*slot >> KeyShift != NoKey)
            {
                parts[(int)(*slot >> MarkBits) & None] = *slot >> KeyShift;
            }
        }

        var tokens = new byte[Count][];
        for (var single = 0; single < SingleBytes; single++)
        {
            tokens[ByteRanks[single]] = [(byte)single];
        }

        // A token is younger than its parts.
        for (var rank = SingleBytes; rank < Count; rank++)
        {
            tokens[rank] = [.. tokens[(int)(parts[rank] >> RankBits)], .. tokens[(int)parts[rank] & None]];
        }

        return tokens;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Count} tokens, {data}";

    private static int FindBehind(ulong key, ulong* slot)
    {
        do
        {
            slot++;
            if (*slot >> KeyShift == key)
            {
                return (int)(*slot >> MarkBits) & None;
            }
        }
        while (*slot >> KeyShift != NoKey);
        return None;
    }

    /// <summary>The upper half tells the home of a pair, the lower one its mark there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ulong key) => key * 0x9E3779B97F4A7C15;
}
