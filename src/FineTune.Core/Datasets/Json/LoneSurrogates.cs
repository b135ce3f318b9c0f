using System.Buffers.Text;

namespace FineTune.Core.Datasets.Json;

/// <summary>Escapes of half a character, which the platform's JSON reader throws on long after it has read the text.</summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>A copy of the JSON in which each stands as the replacement character, as an editor shows it.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> json)
    {
        var copy = json.ToArray();
        for (var i = 0; i < copy.Length;)
        {
            var next = copy.AsSpan(i).IndexOf((byte)'\\');
            if (next < 0)
            {
                break;
            }
            i += next;
            var unit = UnitAt(copy, i);
            if (unit is >= 0xD800 and < 0xDC00 && UnitAt(copy, i + EscapeLength) is >= 0xDC00 and < 0xE000)
            {
                i += 2 * EscapeLength;
            }
            else if (unit is >= 0xD800 and < 0xE000)
            {
                "\\uFFFD"u8.CopyTo(copy.AsSpan(i));
                i += EscapeLength;
            }
            else
            {
                i += unit < 0 ? 2 : EscapeLength;
            }
        }
        return copy;
    }

    /// <summary>The UTF-16 unit of an escape; -1 where there is none.</summary>
    private static int UnitAt(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && Utf8Parser.TryParse(json.Slice(at + 2, 4), out int unit, out var read, 'x') && read == 4
            ? unit
            : -1;
}
