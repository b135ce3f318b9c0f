using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Linting.Diagnosis;

/// <summary>A line break that stands inside of a string: what comes after it is the rest of the line, and no example of its own.</summary>
internal static class SplitString
{
    private const int MostLines = 64;

    private const int MostBytes = 1 << 20;

    /// <summary>How many of the bytes after a line belong to it; 0 where it does not end inside of a string, or nothing closes it.</summary>
    public static int Find(ReadOnlySpan<byte> line, JsonFault fault, ReadOnlySpan<byte> after)
    {
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
        return 0;
    }

    private static bool EndsInString(ReadOnlySpan<byte> line, JsonFault fault) =>
        fault.Kind == JsonFaultKind.Syntax && fault.Offset >= line.Length && JsonScene.At(line, fault.Offset).InString;
}
