using System.Text;
using FineTune.Core.Findings;

namespace FineTune.Core.Datasets;

/// <summary>Turns byte offsets in a line into columns as editors count them.</summary>
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

    /// <summary>UTF-16 units of UTF-8 bytes; what is not UTF-8 counts as the replacement characters that an editor shows for it.</summary>
    private static int CountUnits(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetCharCount(bytes);
}
