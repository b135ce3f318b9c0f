using System.Buffers;
using System.Text;
using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Conversions.Lines;

/// <summary>Writes what Python prints of dicts, lists, strings, numbers, True, False and None as JSON; of all else nothing.</summary>
internal ref struct PythonLiteral
{
    private readonly ReadOnlySpan<byte> text;

    private readonly ArrayBufferWriter<byte> json;

    private int at;

    /// <summary>Whether something was there that JSON does not have.</summary>
    private bool isPython;

    private PythonLiteral(ReadOnlySpan<byte> text)
    {
        this.text = text;
        json = new ArrayBufferWriter<byte>(text.Length + 16);
    }

    /// <summary>The JSON; null where the text is no such literal, is JSON but for its commas, or holds what JSON has no form for.</summary>
    public static byte[]? ToJson(ReadOnlySpan<byte> text)
    {
        var reading = new PythonLiteral(text);
        return reading.TryValue(0) && reading.Rest().IsEmpty && reading.isPython ? reading.json.WrittenSpan.ToArray() : null;
    }

    private ReadOnlySpan<byte> Rest()
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at++;
        }
        return text[at..];
    }

    private bool TryValue(int depth)
    {
        var rest = Rest();
        if (rest.IsEmpty || depth > JsonTape.MaxDepth)
        {
            return false;
        }
        return rest[0] switch
        {
            (byte)'{' => TryItems((byte)'}', hasNames: true, depth),
            (byte)'[' => TryItems((byte)']', hasNames: false, depth),
            (byte)'(' => TryItems((byte)')', hasNames: false, depth),
            (byte)'\'' or (byte)'"' => TryString(),
            _ => TryWord("None"u8, "null"u8) || TryWord("True"u8, "true"u8) || TryWord("False"u8, "false"u8) || TryNumber(),
        };
    }

    private bool TryItems(byte close, bool hasNames, int depth)
    {
        at++;
        json.Write(hasNames ? "{"u8 : "["u8);
        for (var count = 0; ; count++)
        {
            var rest = Rest();
            if (!rest.IsEmpty && rest[0] == close)
            {
                at++;
                json.Write(hasNames ? "}"u8 : "]"u8);
                // One value in round brackets is no tuple, unless a comma follows it.
                return close != ')' || count != 1 || text[..(at - 1)].TrimEnd(" "u8).EndsWith(","u8);
            }
            json.Write(count == 0 ? default : ", "u8);
            if ((hasNames && !TryName()) || !TryValue(depth + 1))
            {
                return false;
            }
            rest = Rest();
            if (rest.IsEmpty || (rest[0] != ',' && rest[0] != close))
            {
                return false;
            }
            at += rest[0] == ',' ? 1 : 0;
        }
    }

    private bool TryName()
    {
        if (Rest().IsEmpty || text[at] is not ((byte)'\'' or (byte)'"') || !TryString() || !Rest().StartsWith(":"u8))
        {
            return false;
        }
        at++;
        json.Write(": "u8);
        return true;
    }

    private bool TryWord(ReadOnlySpan<byte> word, ReadOnlySpan<byte> written)
    {
        if (!text[at..].StartsWith(word))
        {
            return false;
        }
        at += word.Length;
        isPython = true;
        json.Write(written);
        return true;
    }

    private bool TryNumber()
    {
        var (start, end) = (at, at);
        if (!JsonNumber.TrySkip(text, ref end))
        {
            return false;
        }
        at = end;
        json.Write(text[start..end]);
        return true;
    }

    private bool TryString()
    {
        var quote = text[at++];
        isPython |= quote == '\'';
        json.Write("\""u8);
        while (at < text.Length)
        {
            var value = text[at++];
            if (value == quote)
            {
                json.Write("\""u8);
                return true;
            }
            if (value == '\\')
            {
                if (!TryEscape())
                {
                    return false;
                }
            }
            else
            {
                Write(value);
            }
        }
        return false;
    }

    private void Write(byte value)
    {
        if (value is (byte)'"' or (byte)'\\' or < 0x20)
        {
            json.Write(JsonText.Quote([value]).AsSpan(1..^1));
        }
        else
        {
            json.Write([value]);
        }
    }

    private bool TryEscape()
    {
        if (at == text.Length)
        {
            return false;
        }
        switch (text[at++])
        {
            case (byte)'n':
                Write((byte)'\n');
                return true;
            case (byte)'r':
                Write((byte)'\r');
                return true;
            case (byte)'t':
                Write((byte)'\t');
                return true;
            case var same and ((byte)'\'' or (byte)'"' or (byte)'\\'):
                Write(same);
                return true;
            case (byte)'x':
                return TryCode(2);
            case (byte)'u':
                return TryCode(4);
            case (byte)'U':
                return TryCode(8);
            default:
                return false;
        }
    }

    private bool TryCode(int digits)
    {
        if (text.Length - at < digits || !uint.TryParse(text.Slice(at, digits), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code) || code > 0x10FFFF)
        {
            return false;
        }
        at += digits;
        // Control characters, and halves of a character, stay escapes.
        if (code is < 0x20 or '"' or '\\' or (>= 0xD800 and <= 0xDFFF))
        {
            json.Write(Encoding.ASCII.GetBytes($"\\u{code:x4}"));
        }
        else
        {
            json.Write(Encoding.UTF8.GetBytes(char.ConvertFromUtf32((int)code)));
        }
        return true;
    }
}
