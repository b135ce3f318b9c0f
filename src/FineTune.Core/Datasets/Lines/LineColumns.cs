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
    public static TextRange RangeIn(ReadOnlySpan<byte> text, int start, int end) => RangesIn(text, [(Math.Clamp(start, 0, text.Length), Math.Clamp(end, 0, text.Length))])[0];

    /// <summary>The ranges of places in a text of many lines, found in one walk over it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">Offsets of first bytes and of those after the last, in order, none in another.</param>
    public static IReadOnlyList<TextRange> RangesIn(ReadOnlySpan<byte> text, IEnumerable<(int Start, int End)> places)
    {
        var ranges = new List<TextRange>();
        var (at, here) = (0, TextPosition.Start);
        foreach (var (start, end) in places)
        {
            var first = Pass(text[at..start], here);
            here = Pass(text[start..end], first);
            at = end;
            ranges.Add(new TextRange(first, here));
        }
        return ranges;
    }

    private static TextPosition Pass(ReadOnlySpan<byte> bytes, TextPosition from)
    {
        var lineFeed = bytes.LastIndexOf((byte)'\n');
        return lineFeed < 0
            ? new TextPosition(from.Line, from.Column + CountUnits(bytes))
            : new TextPosition(from.Line + bytes.Count((byte)'\n'), CountUnits(bytes[(lineFeed + 1)..]) + 1);
    }

    /// <summary>UTF-16 units of UTF-8 bytes; what is not UTF-8 counts as the replacement characters that an editor shows for it.</summary>
    private static int CountUnits(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetCharCount(bytes);
}
