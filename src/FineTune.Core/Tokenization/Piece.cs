using System.Runtime.CompilerServices;

namespace FineTune.Core.Tokenization;

/// <summary>A piece of at most 15 bytes, held in two words: its bytes, zeros, and its length in bits 56 to 59 of the second.</summary>
internal static class Piece
{
    /// <summary>Longest piece that fits, in bytes.</summary>
    public const int MaxLength = 15;

    /// <summary>Hash whose upper bits are the good ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(ulong low, ulong high) => (low * 0xD6E8FEB86659FD93) ^ (high * 0x9E3779B97F4A7C15);
}
