using System.Text;
using System.Text.Unicode;
using FineTune.Core.Datasets.Lines;

namespace FineTune.Core.Linting.Rules.Quality;

/// <summary>Letters that are UTF-8 read as Windows-1252.</summary>
/// <param name="Shown">As they stand there, with the word around them.</param>
/// <param name="Meant">As they were meant.</param>
/// <param name="Length">Bytes in the line.</param>
internal sealed record Misreading(string Shown, string Meant, int Length)
{
    /// <summary>The misreading that starts at a place; null where there is none.</summary>
    /// <param name="raw">The bytes of a string, escapes not resolved.</param>
    /// <param name="from">Where in them.</param>
    public static Misreading? At(ReadOnlySpan<byte> raw, int from)
    {
        var end = from;
        var shown = new StringBuilder();
        Span<byte> bytes = stackalloc byte[64];
        var ends = new List<int>();
        while (shown.Length < bytes.Length && TryNext(raw, end, out var letter, out var length) && Windows1252.ByteOf(letter) is >= 0x80 and var value)
        {
            bytes[shown.Length] = (byte)value;
            shown.Append(letter);
            end += length;
            ends.Add(end);
        }
        // What follows may be a letter that is right.
        var count = shown.Length;
        while (count > 1 && !Utf8.IsValid(bytes[..count]))
        {
            count--;
        }
        if (count < 2 || IsWordBeforePunctuation(raw, from, shown, count))
        {
            return null;
        }
        var before = WordBefore(raw, from);
        return new Misreading(before + shown.ToString(0, count), before + Encoding.UTF8.GetString(bytes[..count]), ends[count - 1] - from);
    }

    /// <summary>Bytes of an Â that is all that is left of a no-break space; 0 for none. In sound text it ends no word that has small letters or digits.</summary>
    /// <param name="raw">The bytes of a string, escapes not resolved.</param>
    /// <param name="at">Where in them.</param>
    public static int LoneAt(ReadOnlySpan<byte> raw, int at)
    {
        var length = raw[at..].StartsWith("\u00C2 "u8) ? 2 : raw[at..].StartsWith(@"\u00c2 "u8) || raw[at..].StartsWith(@"\u00C2 "u8) ? 6 : 0;
        var isAfterWord = at > 1 && (raw[at - 1] is (byte)'.' or (byte)',' or (byte)';' or (byte)'!' or (byte)'?' || char.IsAsciiDigit((char)raw[at - 1]) || char.IsAsciiLetterLower((char)raw[at - 1]))
            && raw[at - 2] != '\\';
        return isAfterWord ? length : 0;
    }

    /// <summary>A word in capitals that ends in Â or Ã, before a quote or a dash.</summary>
    private static bool IsWordBeforePunctuation(ReadOnlySpan<byte> raw, int from, StringBuilder shown, int count) =>
        count == 2 && (char.IsPunctuation(shown[1]) || shown[1] == '»' || shown[1] == '«') && from > 0 && char.IsAsciiLetterUpper((char)raw[from - 1]);

    private static string WordBefore(ReadOnlySpan<byte> raw, int from)
    {
        var start = from;
        while (start > 0 && from - start < 20 && char.IsAsciiLetter((char)raw[start - 1]))
        {
            start--;
        }
        // The letter of an escape is no letter of the word.
        return Encoding.ASCII.GetString(start > 0 && raw[start - 1] == '\\' && start < from ? raw[(start + 1)..from] : raw[start..from]);
    }

    private static bool TryNext(ReadOnlySpan<byte> raw, int at, out char letter, out int length)
    {
        (letter, length) = ('\0', 0);
        if (at >= raw.Length)
        {
            return false;
        }
        if (raw[at] == '\\')
        {
            length = 6;
            return at + 6 <= raw.Length && raw[at + 1] == 'u' && ReadUnit(raw.Slice(at + 2, 4), out letter);
        }
        var status = Rune.DecodeFromUtf8(raw[at..], out var rune, out length);
        letter = rune.IsBmp ? (char)rune.Value : '\0';
        return status == System.Buffers.OperationStatus.Done && rune.IsBmp;
    }

    private static bool ReadUnit(ReadOnlySpan<byte> digits, out char unit)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value << 4) | (digit & 0xF) + (digit >> 6) * 9;
        }
        unit = (char)value;
        return true;
    }
}
