using System.Buffers;

namespace FineTune.Core.Datasets;

/// <summary>Reads a file in newline-aligned blocks of about a megabyte, whatever its size; a line over the limit is passed over, not loaded.</summary>
internal sealed class BlockReader(Stream stream, int maxLineBytes) : IDisposable
{
    public const int BlockBytes = 1 << 20;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);

    private int filled;

    private long offset;

    private int line = 1;

    private bool ended;

    /// <summary>The next block; null after the last. Its buffer goes back by <see cref="Return"/>.</summary>
    public LineBlock? Read(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Fill();
            if (filled == 0)
            {
                return null;
            }
            var end = ended ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end > 0)
            {
                return Take(end);
            }
            if (filled > maxLineBytes)
            {
                return SkipLine(cancellation);
            }
            Grow();
        }
    }

    public static void Return(LineBlock block)
    {
        if (block.Buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(block.Buffer);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private void Fill()
    {
        while (!ended && filled < buffer.Length)
        {
            var read = stream.Read(buffer, filled, buffer.Length - filled);
            ended = read == 0;
            filled += read;
        }
    }

    private LineBlock Take(int end)
    {
        var rest = filled - end;
        var next = ArrayPool<byte>.Shared.Rent(Math.Max(BlockBytes, rest + 1));
        buffer.AsSpan(end, rest).CopyTo(next);
        var block = new LineBlock
        {
            Buffer = buffer,
            Length = end,
            FileOffset = offset,
            FirstLine = line,
            IsLast = ended && rest == 0,
        };
        line += buffer.AsSpan(0, end).Count((byte)'\n');
        offset += end;
        (buffer, filled) = (next, rest);
        return block;
    }

    private LineBlock SkipLine(CancellationToken cancellation)
    {
        var (startOffset, startLine, skipped) = (offset, line, 0L);
        while (filled > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var newline = buffer.AsSpan(0, filled).IndexOf((byte)'\n');
            var passed = newline < 0 ? filled : newline + 1;
            skipped += passed;
            offset += passed;
            buffer.AsSpan(passed, filled - passed).CopyTo(buffer);
            filled -= passed;
            if (newline >= 0)
            {
                line++;
                break;
            }
            Fill();
        }
        return new LineBlock
        {
            Buffer = [],
            Length = 0,
            FileOffset = startOffset,
            FirstLine = startLine,
            SkippedBytes = skipped,
            IsLast = ended && filled == 0,
        };
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
