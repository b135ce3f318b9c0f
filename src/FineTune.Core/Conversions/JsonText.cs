using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions;

/// <summary>JSON as bytes.</summary>
internal static class JsonText
{
    /// <summary>A JSON string of this text, quotes included.</summary>
    public static byte[] Quote(ReadOnlySpan<byte> text)
    {
        var quoted = new MemoryStream(text.Length + 16);
        quoted.WriteByte((byte)'"');
        foreach (var value in text)
        {
            switch (value)
            {
                case (byte)'"' or (byte)'\\':
                    quoted.Write([(byte)'\\', value]);
                    break;
                case (byte)'\n':
                    quoted.Write("\\n"u8);
                    break;
                case (byte)'\r':
                    quoted.Write("\\r"u8);
                    break;
                case (byte)'\t':
                    quoted.Write("\\t"u8);
                    break;
                case < 0x20:
                    quoted.Write([(byte)'\\', (byte)'u', (byte)'0', (byte)'0', Hex(value >> 4), Hex(value & 0xF)]);
                    break;
                default:
                    quoted.WriteByte(value);
                    break;
            }
        }
        quoted.WriteByte((byte)'"');
        return quoted.ToArray();
    }

    /// <summary>A value on one line, where it is not yet: white space between tokens becomes one space after commas and colons, strings and numbers stay byte for byte.</summary>
    public static byte[] OnOneLine(ReadOnlySpan<byte> value)
    {
        if (value.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            return value.ToArray();
        }
        var (line, i) = (new MemoryStream(value.Length), 0);
        while (i < value.Length)
        {
            var start = i;
            if (value[i] == '"')
            {
                i = EndOfString(value, i);
                line.Write(value[start..i]);
                continue;
            }
            i++;
            switch (value[start])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                    break;
                case (byte)',' or (byte)':':
                    line.Write([value[start], (byte)' ']);
                    break;
                default:
                    line.WriteByte(value[start]);
                    break;
            }
        }
        return line.ToArray();
    }

    /// <summary>Offset after the bracket that closes the one at <paramref name="start"/>; -1 where none does. Which kind of bracket is not looked at.</summary>
    public static int EndOfBrackets(ReadOnlySpan<byte> text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length;)
        {
            switch (text[i])
            {
                case (byte)'"':
                    i = EndOfString(text, i);
                    continue;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']':
                    depth--;
                    break;
            }
            i++;
            if (depth == 0)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Offset after the closing quote of the string at <paramref name="start"/>, or the end.</summary>
    public static int EndOfString(ReadOnlySpan<byte> text, int start)
    {
        var i = start + 1;
        while (i < text.Length)
        {
            var next = text[i..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                return text.Length;
            }
            i += next + 1;
            if (text[i - 1] == '"')
            {
                return i;
            }
            i++;
        }
        return text.Length;
    }

    /// <summary>Whether the bytes are one JSON object.</summary>
    public static bool IsObject(ReadOnlySpan<byte> text)
    {
        var tape = new JsonTape();
        return System.Text.Unicode.Utf8.IsValid(text) && tape.Parse(text) == JsonFault.None && tape[0].Kind == JsonKind.Object;
    }

    private static byte Hex(int digit) => (byte)"0123456789abcdef"[digit];
}
