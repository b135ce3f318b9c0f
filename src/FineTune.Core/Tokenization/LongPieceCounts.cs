using System.Runtime.CompilerServices;
using FineTune.Core.Tokenization.Memory;

namespace FineTune.Core.Tokenization;

/// <summary>Remembers how many tokens a piece of 16 to 62 bytes has. Direct-mapped and of fixed size; holds whole pieces, so it is exact.</summary>
internal sealed unsafe class LongPieceCounts
{
    /// <summary>Longest piece that is remembered, in bytes.</summary>
    public const int MaxLength = 62;

    // A line: the length, the count, the piece.
    private const int LineSize = 64;
    private const int Bits = 13;

    private readonly PinnedMemory lines = new(LineSize << Bits);

    /// <summary>The line of a piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public byte* LineOf(byte* piece, int length)
    {
        var hash = (ulong)(uint)length;
        for (var position = 0; position < length - 8; position += 8)
        {
            hash = (hash ^ Unsafe.ReadUnaligned<ulong>(piece + position)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        hash = (hash ^ Unsafe.ReadUnaligned<ulong>(piece + length - 8)) * 0xD6E8FEB86659FD93;
        return lines.Pointer + ((hash >> (64 - Bits)) * LineSize);
    }

    /// <summary>Tokens of a piece; 0 where its line holds another.</summary>
    public static int CountOf(byte* line, byte* piece, int length) =>
        line[0] == length && new ReadOnlySpan<byte>(line + 2, length).SequenceEqual(new ReadOnlySpan<byte>(piece, length)) ? line[1] : 0;

    /// <summary>Remembers a piece in place of what was there.</summary>
    public static void Remember(byte* line, byte* piece, int length, int count)
    {
        line[0] = (byte)length;
        line[1] = (byte)count;
        Unsafe.CopyBlockUnaligned(line + 2, piece, (uint)length);
    }
}
