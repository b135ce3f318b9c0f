namespace FineTune.Core.Datasets;

/// <summary>The one way to open a dataset file.</summary>
internal static class DataFile
{
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Stream Open(string path) =>
        // Whatever is not a regular file has no length; opening a pipe would wait for a writer for ever.
        new FileInfo(path).Length == 0
            ? Stream.Null
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);

    /// <summary>The bytes of the line that starts at an offset, without its line end.</summary>
    public static byte[] ReadLine(string path, long offset)
    {
        using var stream = Open(path);
        stream.Position = offset;
        var (line, buffer) = (new MemoryStream(), new byte[16 * 1024]);
        while (stream.Read(buffer) is > 0 and var read)
        {
            var newline = buffer.AsSpan(0, read).IndexOf((byte)'\n');
            line.Write(buffer, 0, newline < 0 ? read : newline);
            if (newline >= 0)
            {
                break;
            }
        }
        return line.ToArray().AsSpan().TrimEnd((byte)'\r').ToArray();
    }
}
