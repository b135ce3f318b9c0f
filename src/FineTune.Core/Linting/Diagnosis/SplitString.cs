using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Diagnosis;

/// <summary>A line break that stands inside of a string: what comes after it is the rest of the line, and no example of its own.</summary>
internal static class SplitString
{
    private const int MostLines = 64;

    private const int MostBytes = 1 << 20;

    /// <summary>How many of the bytes after a line belong to it; 0 where it does not end inside of a string, or nothing closes it.</summary>
    public static int Find(ReadOnlySpan<byte> line, JsonFault fault, ReadOnlySpan<byte> after) => Find(line, fault, after, out _);

    /// <summary>The same, and whether more bytes after the line could still close its string.</summary>
    public static int Find(ReadOnlySpan<byte> line, JsonFault fault, ReadOnlySpan<byte> after, out bool isOpen)
    {
        isOpen = false;
        if (!EndsInString(line, fault) || !line.TrimStart(" \t"u8).StartsWith("{"u8))
        {
            return 0;
        }
        var joined = new List<byte>(line.Length * 2);
        joined.AddRange(line);
        var end = 0;
        for (var count = 0; count < MostLines && end < after.Length && joined.Count < MostBytes; count++)
        {
            var rest = after[end..];
            var newline = rest.IndexOf((byte)'\n');
            var next = (newline < 0 ? rest : rest[..newline]).TrimEnd((byte)'\r');
            if (next.TrimStart(" \t"u8).StartsWith("{"u8))
            {
                return 0;
            }
            end += newline < 0 ? rest.Length : newline + 1;
            joined.AddRange("\\n"u8);
            joined.AddRange(next);
            if (next.IndexOf((byte)'"') < 0)
            {
                continue; // Nothing here can close it.
            }
            var whole = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(joined);
            var left = new JsonTape().Parse(whole);
            if (left.Kind == JsonFaultKind.None)
            {
                return end;
            }
            if (!EndsInString(whole, left))
            {
                return 0;
            }
        }
        isOpen = end >= after.Length;
        return 0;
    }

    /// <summary>A line and what belongs to it of the bytes after it, with the line breaks written as JSON has them.</summary>
    public static byte[] Join(ReadOnlySpan<byte> line, ReadOnlySpan<byte> more)
    {
        var joined = new List<byte>(line.Length + more.Length + 16);
        joined.AddRange(line);
        while (!more.IsEmpty)
        {
            var newline = more.IndexOf((byte)'\n');
            joined.AddRange("\\n"u8);
            joined.AddRange((newline < 0 ? more : more[..newline]).TrimEnd((byte)'\r'));
            more = newline < 0 ? default : more[(newline + 1)..];
        }
        return [.. joined];
    }

    private static bool EndsInString(ReadOnlySpan<byte> line, JsonFault fault) =>
        fault.Kind == JsonFaultKind.Syntax && fault.Offset >= line.Length && JsonScene.At(line, fault.Offset).InString;
}
