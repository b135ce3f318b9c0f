using FineTune.Core.Files;

namespace FineTune.Core.Datasets.Lines;

/// <summary>Finds the line number of an offset: the start of every block is remembered, the rest is counted when it is asked for.</summary>
internal sealed class LinePlaces
{
    private readonly List<(long Offset, int Line)> starts = [];

    public void Add(LineBlock block) => starts.Add((block.FileOffset, block.FirstLine));

    /// <summary>1-based line that starts at the offset.</summary>
    public int LineOf(string path, long offset)
    {
        var at = starts.BinarySearch((offset, int.MaxValue));
        var (start, line) = starts[Math.Max((at < 0 ? ~at : at) - 1, 0)];
        using var stream = RegularFile.Open(path);
        stream.Position = start;
        var buffer = new byte[64 * 1024];
        for (var left = offset - start; left > 0;)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0)
            {
                break;
            }
            line += buffer.AsSpan(0, read).Count((byte)'\n');
            left -= read;
        }
        return line;
    }
}
