using FineTune.Core.Files;

namespace FineTune.Core.Datasets.Lines;

/// <summary>Reads a single line of a dataset file.</summary>
internal static class DataFile
{
    /// <summary>The bytes of the line that starts at an offset, without its line end.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[] ReadLine(string path, long offset)
    {
        using var stream = RegularFile.Open(path);
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
