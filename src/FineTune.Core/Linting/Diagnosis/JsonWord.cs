using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Diagnosis;

/// <summary>Words and numbers that stand where JSON has none.</summary>
internal static class JsonWord
{
    private const int LongestWord = 60;

    public static bool TryRead(ReadOnlySpan<byte> line, int offset, out string word)
    {
        var end = offset;
        while (end < line.Length && end - offset < LongestWord && IsWordByte(line[end], first: end == offset))
        {
            end++;
        }
        word = Encoding.UTF8.GetString(line[offset..end]);
        return end > offset;
    }

    public static string Explain(string word) => word switch
    {
        "True" or "False" => $"{word} is Python; JSON writes {word.ToLowerInvariant()}",
        "None" => "None is Python; JSON writes null",
        "undefined" => "undefined is JavaScript; JSON writes null, or leaves the key out",
        "NaN" or "Infinity" => $"{word} is no JSON value; use a number or null",
        "true" or "false" or "null" => $"there is text right after {word}",
        _ => $"{SafeText.Quote(word)} has no quotes; text stands in double quotes in JSON",
    };

    /// <summary>Whether a number of another language starts here; says why JSON does not know it.</summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> line, int offset, out (int Start, int End) range, out string why)
    {
        var end = offset;
        while (end < line.Length && line[end] is (byte)'+' or (byte)'-' or (byte)'.' or (byte)'_' || end < line.Length && char.IsAsciiLetterOrDigit((char)line[end]))
        {
            end++;
        }
        range = (offset, end);
        var text = Encoding.UTF8.GetString(line[offset..end]);
        why = text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.') ? ""
            : text[0] == '+' ? $"{SafeText.Quote(text)}: numbers have no plus sign in JSON"
            : text[0] == '.' ? $"{SafeText.Quote(text)}: numbers start with a digit in JSON (0{text})"
            : text.TrimStart('-').StartsWith('0') && text.Length > 1 ? $"{SafeText.Quote(text)}: numbers have no leading zero in JSON, and no other base than ten"
            : $"{SafeText.Quote(text)} is no number in JSON";
        return why.Length > 0;
    }

    private static bool IsWordByte(byte value, bool first) =>
        char.IsAsciiLetter((char)value) || value is (byte)'_' or (byte)'$' || value >= 0x80 || (!first && (char.IsAsciiDigit((char)value) || value == '-'));
}
