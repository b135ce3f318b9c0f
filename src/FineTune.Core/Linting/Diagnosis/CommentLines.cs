namespace FineTune.Core.Linting.Diagnosis;

/// <summary>Lines that other programs take for comments; JSON has none.</summary>
internal static class CommentLines
{
    public static bool IsOne(ReadOnlySpan<byte> line) => line.TrimStart(" \t"u8) is var text && (text.StartsWith("#"u8) || text.StartsWith("//"u8));

    /// <summary>Bytes of the comments that a text begins with, and of blank lines among them; 0 where it begins with none.</summary>
    public static int LengthAtStart(ReadOnlySpan<byte> text)
    {
        var length = 0;
        for (var start = 0; start < text.Length;)
        {
            var rest = text[start..];
            var line = rest.IndexOf((byte)'\n') is >= 0 and var newline ? rest[..(newline + 1)] : rest;
            if (IsOne(line))
            {
                length = start + line.Length;
            }
            else if (line.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
            {
                break;
            }
            start += line.Length;
        }
        return length;
    }
}
