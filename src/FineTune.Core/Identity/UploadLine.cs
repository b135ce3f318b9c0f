namespace FineTune.Core.Identity;

/// <summary>What of a line is uploaded: the one definition that reading, hashing and uploading share.</summary>
internal static class UploadLine
{
    /// <summary>
    /// The bytes of a line that are uploaded, before the LF that ends each: all up to the LF or the end of the file, without the one CR that may stand there.
    /// Empty for a blank line, which is left out.
    /// </summary>
    /// <param name="line">A line of a file with or without its LF; the first one without byte-order mark.</param>
    public static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> line)
    {
        if (line is [.., (byte)'\n'])
        {
            line = line[..^1];
        }
        if (line is [.., (byte)'\r'])
        {
            line = line[..^1];
        }
        return line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0 ? [] : line;
    }
}
