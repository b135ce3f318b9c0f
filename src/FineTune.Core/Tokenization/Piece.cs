using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>A piece of at most 15 bytes, held in two words: its bytes, zeros, and its length in bits 56 to 59 of the second.</summary>
internal static unsafe class Piece
{
    /// <summary>Longest piece that fits, in bytes.</summary>
    public const int MaxLength = 15;

    /// <summary>Bytes behind the start of a piece that are read, whatever its length.</summary>
    public const int Reach = 16;

    /// <summary>The first eight bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Low(byte* text, int length) =>
        length >= 8 ? Unsafe.ReadUnaligned<ulong>(text) : Unsafe.ReadUnaligned<ulong>(text) & ((1UL << (length * 8)) - 1);

    /// <summary>The other bytes and the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong High(byte* text, int length) =>
        (length <= 8 ? 0 : Unsafe.ReadUnaligned<ulong>(text + 8) & ((1UL << ((length - 8) * 8)) - 1)) | ((ulong)(uint)length << 56);

    /// <summary>Hash whose upper bits are the good ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(ulong low, ulong high)
    {
        var mixed = (low ^ (high * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93;
        return (mixed ^ (mixed >> 32)) * 0xCA5A826395121157;
    }
}
