using FineTune.Core.Files;

namespace FineTune.Core.Fixing.Output;

/// <summary>Writes the file anew beside itself as soon as something changes, and puts it in its place at the end.</summary>
internal sealed class RewrittenFile(string path, Func<bool> isUnchanged) : IFixOutput
{
    private AtomicFile? written;

    private long kept;

    public void Keep(ReadOnlySpan<byte> line)
    {
        if (written is null)
        {
            kept += line.Length;
        }
        else
        {
            written.Write(line);
        }
    }

    public void KeepUnread(long offset, long bytes)
    {
        if (written is null)
        {
            kept += bytes;
        }
        else
        {
            Copy(offset, bytes);
        }
    }

    public void Replace(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> with)
    {
        if (written is null)
        {
            written = new AtomicFile(path);
            Copy(0, kept);
        }
        written.Write(with);
    }

    /// <exception cref="IOException">The file changed while it was read, or cannot be replaced; it is as it was.</exception>
    public void Finish()
    {
        if (written is null)
        {
            return;
        }
        written.Flush(durable: true);
        if (!isUnchanged())
        {
            throw new IOException("another program changed the file while it was read; run it again");
        }
        written.Place();
    }

    public void Dispose() => written?.Dispose();

    private void Copy(long offset, long bytes)
    {
        using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        source.Position = offset;
        var buffer = new byte[1 << 16];
        while (bytes > 0)
        {
            var count = source.Read(buffer, 0, (int)Math.Min(buffer.Length, bytes));
            if (count == 0)
            {
                throw new IOException("another program cut the file while it was read; run it again");
            }
            written!.Write(buffer.AsSpan(0, count));
            bytes -= count;
        }
    }
}
