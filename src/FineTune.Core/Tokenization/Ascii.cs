using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FineTune.Core.Tokenization;

/// <summary>Which of sixteen bytes are certain characters, one bit for each.</summary>
internal static class Ascii
{
    /// <summary>Those that are one of so many characters from a first one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint InRange(Vector128<byte> bytes, byte first, byte count)
    {
        var offset = bytes - Vector128.Create(first);
        return Vector128.Equals(Vector128.Min(offset, Vector128.Create((byte)(count - 1))), offset).ExtractMostSignificantBits();
    }

    /// <summary>Those that are this character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(Vector128<byte> bytes, byte character) => Vector128.Equals(bytes, Vector128.Create(character)).ExtractMostSignificantBits();
}
