using System.Text;

namespace FineTune.Core.Datasets.Json;

/// <summary>Backslash escapes in JSON strings.</summary>
internal static class JsonEscape
{
    /// <summary>Moves past the escape at <paramref name="i"/> and notes what it stands for; stays at the backslash where it is none.</summary>
    public static bool TrySkip(ReadOnlySpan<byte> line, ref int i, ref StringTraits traits)
    {
        traits |= StringTraits.Escaped;
        if (i + 1 >= line.Length)
        {
            return false;
        }
        if (line[i + 1] is (byte)'"' or (byte)'\\' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t')
        {
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

    /// <summary>Writes the text of a string without its quotes as UTF-8; lone surrogates become U+FFFD. Returns the bytes written.</summary>
    /// <param name="raw">The bytes between the quotes.</param>
    /// <param name="text">At least as long as <paramref name="raw"/>.</param>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var written = 0;
        while (true)
        {
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0)
            {
                raw.CopyTo(text[written..]);
                return written + raw.Length;
            }
            raw[..plain].CopyTo(text[written..]);
            written += plain;
            raw = raw[plain..];
            var length = 2;
            if (raw[1] == 'u')
            {
                written += ReadRune(raw, out length).EncodeToUtf8(text[written..]);
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
            var plain = raw.IndexOf((byte)'\\');
            if (plain < 0)
            {
                raw.CopyTo(text[written..]);
                return written + raw.Length;
            }
            raw[..plain].CopyTo(text[written..]);
            written += plain;
            raw = raw[plain..];
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
                written += WriteCanonical(ReadRune(raw, out length), raw, text[written..]);
            }
            raw = raw[length..];
        }
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

    private static bool TryReadUnit(ReadOnlySpan<byte> line, int i, out int unit)
    {
        unit = 0;
        if (i + 6 > line.Length || line[i] != '\\' || line[i + 1] != 'u')
        {
            return false;
        }
        foreach (var digit in line.Slice(i + 2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }
            unit = (unit << 4) | ((digit & 0xF) + (digit >> 6) * 9);
        }
        return true;
    }
}
