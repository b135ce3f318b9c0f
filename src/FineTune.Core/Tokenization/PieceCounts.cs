using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FineTune.Core.Tokenization.Memory;

namespace FineTune.Core.Tokenization;

/// <summary>Remembers how many tokens a short piece has. Of fixed size; holds whole pieces, so it is exact.</summary>
internal sealed unsafe class PieceCounts
{
    private const int SetBits = 17;

    // Two slots a set. A slot is a piece in two words, its count in the four bits that the piece leaves at the top.
    private const int SetSize = 32;
    private const int CountShift = 60;

    private readonly PinnedMemory sets = new(SetSize << SetBits);

    /// <summary>The set that a piece lies in, or would.</summary>
    /// <param name="hash">See <see cref="Piece.Hash"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong* SetOf(ulong hash) => (ulong*)(sets.Pointer + ((hash >> (64 - SetBits)) * SetSize));

    /// <summary>Brings a set near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(ulong* set)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(set);
        }
    }

    /// <summary>Tokens of a piece; 0 where it is not remembered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountOf(ulong* set, ulong low, ulong high) => IsAt(set, low, high) ? (int)(set[1] >> CountShift) : CountOfSecond(set, low, high);

    /// <summary>Remembers a piece in place of one that was asked for once.</summary>
    public static void Remember(ulong* set, ulong low, ulong high, int count)
    {
        set += set[1] == 0 ? 0 : 2;
        set[0] = low;
        set[1] = high | ((ulong)(uint)count << CountShift);
    }

    // Most pieces that are new never come again; those that do move to the front, where these do not replace them.
    private static int CountOfSecond(ulong* set, ulong low, ulong high)
    {
        if (!IsAt(set + 2, low, high))
        {
            return 0;
        }

        var (first, second) = (Vector128.Load(set), Vector128.Load(set + 2));
        second.Store(set);
        first.Store(set + 2);
        return (int)(set[1] >> CountShift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAt(ulong* slot, ulong low, ulong high) => slot[0] == low && (slot[1] ^ high) << (64 - CountShift) == 0;
}
