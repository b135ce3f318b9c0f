using System.Runtime.CompilerServices;
using System.Text;

namespace FineTune.Core.Datasets.Json;

/// <summary>Backslash escapes in JSON strings.</summary>
internal static class JsonEscape
{
    /// <summary>Stays negative when it is shifted.</summary>
    private const int No = -1;

    /// <summary>Moves past the escape at <paramref name="i"/> and notes what it stands for; stays at the backslash where it is none.</summary>
    public static bool TrySkip(ReadOnlySpan<byte> line, ref int i, ref StringTraits traits)
    {
        traits |= StringTraits.Escaped;
        if (i + 1 >= line.Length)
        {
            return false;
        }
        if (line[i + 1] is (byte)'"' or (byte)'\\' or (byte)'n' or (byte)'r' or (byte)'t')
        {
            i += 2;
            return true;
        }
        if (line[i + 1] is (byte)'b' or (byte)'f')
        {
            traits |= StringTraits.Control;
            i += 2;
            return true;
        }
        traits |= StringTraits.LongEscaped;
        if (line[i + 1] == '/')
        {
            i += 2;
            return true;
        }
        if (!TryReadUnit(line, i, out var unit))
        {
            return false;
        }
        i += 6;
        if (unit == 0)
        {
            traits |= StringTraits.Nul;
        }
        else if (unit is < 0x20 and not (0x09 or 0x0A or 0x0D) or 0x7F && !IsColour(line, i, unit))
        {
            traits |= StringTraits.Control;
        }
        if (unit is >= 0xD800 and <= 0xDFFF)
        {
            if (unit <= 0xDBFF && TryReadUnit(line, i, out var low) && low is >= 0xDC00 and <= 0xDFFF)
            {
                i += 6;
            }
            else
            {
                traits |= StringTraits.LoneSurrogate;
            }
        }
        return true;
    }

    /// <summary>Whether an escape begins what a terminal prints in colour, which is the text of a terminal.</summary>
    private static bool IsColour(ReadOnlySpan<byte> line, int after, int unit) => unit == 0x1B && after < line.Length && line[after] == '[';

    /// <summary>Writes the text of a string without its quotes as UTF-8; lone surrogates become U+FFFD. Returns the bytes written.</summary>
    /// <param name="raw">The bytes between the quotes.</param>
    /// <param name="text">At least as long as <paramref name="raw"/>.</param>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var written = 0;
        while (true)
        {
            if (!TryCopyPlain(ref raw, text, ref written))
            {
                return written;
            }
            var length = 2;
            if (raw[1] == 'u')
            {
                written += WriteRune(raw, text[written..], out length);
            }
            else
            {
                text[written++] = raw[1] switch
                {
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    var other => other,
                };
            }
            raw = raw[length..];
        }
    }

    /// <summary>Writes a string without its quotes in the one form that all ways to write it have in common. Returns the bytes written.</summary>
    /// <param name="raw">The bytes between the quotes.</param>
    /// <param name="text">At least as long as <paramref name="raw"/>.</param>
    public static int Canonicalise(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var written = 0;
        while (true)
        {
            if (!TryCopyPlain(ref raw, text, ref written))
            {
                return written;
            }
            var length = 2;
            if (raw[1] == '/')
            {
                text[written++] = (byte)'/';
            }
            else if (raw[1] != 'u')
            {
                raw[..2].CopyTo(text[written..]);
                written += 2;
            }
            else
            {
                written += raw[2] == '0' && raw[3] == '0' && raw[4] < '8'
                    ? WriteCanonical(ReadRune(raw, out length), raw, text[written..])
                    : WriteRune(raw, text[written..], out length);
            }
            raw = raw[length..];
        }
    }

    /// <summary>Moves the text before the next escape; false where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCopyPlain(ref ReadOnlySpan<byte> raw, Span<byte> text, ref int written)
    {
        // Text in another script is one escape after the other.
        if (raw.Length > 0 && raw[0] == '\\')
        {
            return true;
        }
        var plain = raw.IndexOf((byte)'\\');
        var length = plain < 0 ? raw.Length : plain;
        raw[..length].CopyTo(text[written..]);
        written += length;
        raw = raw[length..];
        return plain >= 0;
    }

    /// <summary>Writes the character of an escape as UTF-8.</summary>
    private static int WriteRune(ReadOnlySpan<byte> raw, Span<byte> text, out int length)
    {
        if (TryReadUnit(raw, 0, out var unit) && unit is >= 0x80 and (< 0xD800 or > 0xDFFF))
        {
            length = 6;
            if (unit < 0x800)
            {
                text[1] = (byte)(0x80 | (unit & 0x3F));
                text[0] = (byte)(0xC0 | (unit >> 6));
                return 2;
            }
            text[2] = (byte)(0x80 | (unit & 0x3F));
            text[1] = (byte)(0x80 | ((unit >> 6) & 0x3F));
            text[0] = (byte)(0xE0 | (unit >> 12));
            return 3;
        }
        return ReadRune(raw, out length).EncodeToUtf8(text);
    }

    private static int WriteCanonical(Rune rune, ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var shortForm = "\"\\\b\f\n\r\t".IndexOf((char)(rune.Value & 0xFFFF), StringComparison.Ordinal);
        if (rune.Value < 0x80 && shortForm >= 0)
        {
            text[0] = (byte)'\\';
            text[1] = "\"\\bfnrt"u8[shortForm];
            return 2;
        }
        if (rune.Value < 0x20)
        {
            raw[..6].CopyTo(text);
            return 6;
        }
        return rune.EncodeToUtf8(text);
    }

    private static Rune ReadRune(ReadOnlySpan<byte> raw, out int length)
    {
        length = 6;
        TryReadUnit(raw, 0, out var unit);
        if (Rune.TryCreate(unit, out var rune))
        {
            return rune;
        }
        if (TryReadUnit(raw, 6, out var low) && Rune.TryCreate((char)unit, (char)low, out rune))
        {
            length = 12;
            return rune;
        }
        return Rune.ReplacementChar;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadUnit(ReadOnlySpan<byte> line, int i, out int unit)
    {
        if (i + 6 > line.Length || line[i] != '\\' || line[i + 1] != 'u')
        {
            unit = 0;
            return false;
        }
        unit = (HexValue(line[i + 2]) << 12) | (HexValue(line[i + 3]) << 8) | (HexValue(line[i + 4]) << 4) | HexValue(line[i + 5]);
        return unit >= 0;
    }

    /// <summary>0 to 15; a negative number for what is no hexadecimal digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int HexValue(byte digit)
    {
        var index = digit - '0';
        return (uint)index < (uint)HexValues.Length ? HexValues[index] : No;
    }

    /// <summary>By distance from <c>0</c>, up to <c>f</c>.</summary>
    private static ReadOnlySpan<int> HexValues =>
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, No, No, No, No, No, No, No, 10, 11, 12, 13, 14, 15, No, No, No, No, No,
        No, No, No, No, No, No, No, No, No, No, No, No, No, No, No, No, No, No, No, No, No, 10, 11, 12, 13, 14, 15,
    ];
}
