using System.Buffers;

namespace FineTune.Core.Datasets;

/// <summary>Reads a file in newline-aligned blocks of about a megabyte, whatever its size; a line over the limit is passed over, not loaded.</summary>
internal sealed class BlockReader(Stream stream, int maxLineBytes) : IDisposable
{
    public const int BlockBytes = 1 << 20;

    /// <summary>More lines than this are never in a block: what is remembered of each must not outweigh it.</summary>
    private const int BlockLines = 1 << 15;

    /// <summary>Larger buffers are for single lines; they are not kept for the next.</summary>
    private const int LargestPooled = 4 << 20;

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
        Release(block.Buffer);
    }

    public void Dispose()
    {
        Release(buffer);
        buffer = [];
    }

    private static byte[] Rent(int length) =>
        length <= LargestPooled ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);

    private static void Release(byte[] buffer)
    {
        if (buffer.Length is > 0 and <= LargestPooled)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
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
        var lines = buffer.AsSpan(0, end).Count((byte)'\n');
        if (lines > BlockLines)
        {
            (end, lines) = (EndOfLine(BlockLines), BlockLines);
        }
        var rest = filled - end;
        var next = Rent(Math.Max(BlockBytes, rest + 1));
        buffer.AsSpan(end, rest).CopyTo(next);
        var block = new LineBlock
        {
            Buffer = buffer,
            Length = end,
            FileOffset = offset,
            FirstLine = line,
            IsLast = ended && rest == 0,
        };
        line += lines;
        offset += end;
        (buffer, filled) = (next, rest);
        return block;
    }

    private int EndOfLine(int number)
    {
        var end = 0;
        for (; number > 0; number--)
        {
            end += buffer.AsSpan(end, filled - end).IndexOf((byte)'\n') + 1;
        }
        return end;
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
        // Two bytes more than the longest line, for its end.
        var larger = Rent(Math.Max(filled + 1, (int)Math.Min(buffer.Length * 2L, maxLineBytes + 2L)));
        buffer.AsSpan(0, filled).CopyTo(larger);
        Release(buffer);
        buffer = larger;
    }
}
