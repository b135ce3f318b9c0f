using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>
/// Says of nine in ten byte sequences that are no token that they are none, from memory that stays near the processor:
/// most pairs that merging asks for are none, and the table that knows all tokens is far away.
/// </summary>
internal sealed unsafe class TokenFilter
{
    private const int Bits = 14;

    private readonly PinnedMemory words = new(sizeof(ulong) << Bits);

    /// <summary>Adds a token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong hash) => *Word(hash) |= Marks(hash);

    /// <summary>False where no token has this hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong hash) => (~*Word(hash) & Marks(hash)) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong* Word(ulong hash) => (ulong*)words.Pointer + (hash >> (64 - Bits));

    private static ulong Marks(ulong hash) => (1UL << (int)(hash >> 24)) | (1UL << (int)(hash >> 34));
}
