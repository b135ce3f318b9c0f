using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FineTune.Core.Tokenization;

/// <summary>What the characters of 64 bytes are, one bit for each: so the next piece waits for a shift, where it would wait for memory and vectors.</summary>
internal readonly unsafe struct LetterMasks
{
    /// <summary>How many bytes there is a bit for.</summary>
    public const int Size = 64;

    private LetterMasks(ulong lowers, ulong uppers, ulong prefixes, ulong stops) => (Lowers, Uppers, Prefixes, Stops) = (lowers, uppers, prefixes, stops);

    /// <summary>Lower case letters of ASCII.</summary>
    public ulong Lowers { get; }

    /// <summary>Upper case letters of ASCII.</summary>
    public ulong Uppers { get; }

    /// <summary>Characters of ASCII that a word may begin with and that are no letter.</summary>
    public ulong Prefixes { get; }

    /// <summary>Bytes that only the full rules understand where a word ends: those that are no ASCII, and apostrophes.</summary>
    public ulong Stops { get; }

    /// <summary>Looks at 64 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LetterMasks Of(byte* text, bool apostrophesArePrefixes)
    {
        ulong lowers = 0, uppers = 0, prefixes = 0, stops = 0;
        for (var part = 0; part < Size; part += Vector128<byte>.Count)
        {
            var bytes = Vector128.Load(text + part);
            var (lower, upper) = (Ascii.InRange(bytes, (byte)'a', 26), Ascii.InRange(bytes, (byte)'A', 26));
            var beyond = bytes.ExtractMostSignificantBits();
            var apostrophes = Ascii.Equal(bytes, (byte)'\'');
            var others = lower | upper | Ascii.InRange(bytes, (byte)'0', 10) | beyond | Ascii.Equal(bytes, (byte)'\n') | Ascii.Equal(bytes, (byte)'\r');
            lowers |= (ulong)lower << part;
            uppers |= (ulong)upper << part;
            stops |= (ulong)(beyond | apostrophes) << part;
            prefixes |= (ulong)(ushort)~(apostrophesArePrefixes ? others : others | apostrophes) << part;
        }

        return new LetterMasks(lowers, uppers, prefixes, stops);
    }
}
