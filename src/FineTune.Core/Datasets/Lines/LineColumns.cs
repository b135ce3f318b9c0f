using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Datasets.Lines;

/// <summary>Turns byte offsets into lines and columns as editors count them.</summary>
internal static class LineColumns
{
    /// <summary>The range of the bytes from <paramref name="start"/> to <paramref name="end"/> of a line.</summary>
    public static TextRange RangeOf(ReadOnlySpan<byte> line, int lineNumber, int start, int end)
    {
        start = Math.Clamp(start, 0, line.Length);
        end = Math.Clamp(end, start, line.Length);
        var first = CountUnits(line[..start]) + 1;
        return new TextRange(new TextPosition(lineNumber, first), new TextPosition(lineNumber, first + CountUnits(line[start..end])));
    }

    /// <summary>The range of the bytes from <paramref name="start"/> to <paramref name="end"/> of a text of many lines.</summary>
    public static TextRange RangeIn(ReadOnlySpan<byte> text, int start, int end) => new(PositionIn(text, start), PositionIn(text, end));

    private static TextPosition PositionIn(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..Math.Clamp(offset, 0, text.Length)];
        return new TextPosition(before.Count((byte)'\n') + 1, CountUnits(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }

    /// <summary>UTF-16 units of UTF-8 bytes; what is not UTF-8 counts as the replacement characters that an editor shows for it.</summary>
    private static int CountUnits(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetCharCount(bytes);
}
