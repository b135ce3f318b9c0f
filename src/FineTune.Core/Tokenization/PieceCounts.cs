using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace FineTune.Core.Tokenization;

/// <summary>Remembers how many tokens a short piece has. Direct-mapped and of fixed size; holds whole pieces, so it is exact.</summary>
internal sealed unsafe class PieceCounts
{
    private const int Bits = 18;

    // A slot is a piece in two words, its count in the four bits that the piece leaves at the top.
    private const int CountShift = 60;

    private readonly PinnedMemory slots = new(16 << Bits);

    /// <summary>Brings a piece's slot near.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong hash)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Slot(hash));
        }
    }

    /// <summary>Tokens of a piece; 0 where it is not remembered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountOf(ulong low, ulong high, ulong hash)
    {
        var slot = Slot(hash);
        return slot[0] == low && (slot[1] ^ high) << (64 - CountShift) == 0 ? (int)(slot[1] >> CountShift) : 0;
    }

    /// <summary>Remembers a piece in place of what was there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Remember(ulong low, ulong high, ulong hash, int count)
    {
        var slot = Slot(hash);
        slot[0] = low;
        slot[1] = high | ((ulong)(uint)count << CountShift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong* Slot(ulong hash) => (ulong*)(slots.Pointer + ((hash >> (64 - Bits)) << 4));
}
