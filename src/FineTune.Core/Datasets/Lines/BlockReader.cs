using System.Buffers;

namespace FineTune.Core.Datasets.Lines;

/// <summary>Reads a file in newline-aligned blocks of about a megabyte, whatever its size; a line over the limit is passed over, not loaded.</summary>
internal sealed class BlockReader(Stream stream, int maxLineBytes) : IDisposable
{
    public const int BlockBytes = 1 << 20;

    /// <summary>More lines than this are never in a block: what is remembered of each must not outweigh it.</summary>
    private const int BlockLines = 1 << 15;

    /// <summary>Larger buffers are for single lines; one of them is kept for the next such line.</summary>
    public const int LargestPooled = 4 << 20;

    /// <summary>So little is copied, for a buffer of its own size, whatever the rest is.</summary>
    private const int FewBytes = BlockBytes / 4;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);

    /// <summary>Bytes that are read into the buffer, which may be a larger one than was asked for.</summary>
    private int capacity = BlockBytes;

    private byte[] large = [];

    /// <summary>Where what was not handed over yet begins in the buffer.</summary>
    private int start;

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
            var end = EndOfLines();
            if (end == start)
            {
                Fill();
                end = EndOfLines();
            }
            if (end > start)
            {
                return Take(end);
            }
            if (filled == 0)
            {
                return null;
            }
            if (filled > maxLineBytes)
            {
                return SkipLine(cancellation);
            }
            Grow();
        }
    }

    /// <summary>Takes the buffer of a block back.</summary>
    public void Return(LineBlock block) => Release(block.Buffer);

    public void Dispose()
    {
        Release(buffer);
        buffer = [];
    }

    private byte[] Rent(int length)
    {
        if (length <= LargestPooled)
        {
            return ArrayPool<byte>.Shared.Rent(length);
        }
        var kept = large;
        large = [];
        return kept.Length >= length ? kept : GC.AllocateUninitializedArray<byte>(length);
    }

    private void Release(byte[] buffer)
    {
        if (buffer.Length > LargestPooled)
        {
            large = buffer.Length > large.Length ? buffer : large;
        }
        else if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The end of the last whole line in the buffer; the start of what is left where there is none.</summary>
    private int EndOfLines() => ended ? filled : start + buffer.AsSpan(start, filled - start).LastIndexOf((byte)'\n') + 1;

    private void Fill()
    {
        buffer.AsSpan(start, filled - start).CopyTo(buffer);
        (start, filled) = (0, filled - start);
        while (!ended && filled < capacity)
        {
            var read = stream.Read(buffer, filled, capacity - filled);
            ended = read == 0;
            filled += read;
        }
    }

    private LineBlock Take(int end)
    {
        var lines = Limit(ref end);
        var length = end - start;
        var block = new LineBlock
        {
            IsLast = ended && end == filled,
            Buffer = TakeBuffer(end),
            Length = length,
            FileOffset = offset,
            FirstLine = line,
        };
        line += lines;
        offset += length;
        return block;
    }

    /// <summary>How many lines there are before an end, which is moved where they would be too many.</summary>
    private int Limit(ref int end)
    {
        var lines = 0;
        for (var at = start; at < end; at += BlockLines)
        {
            var stretch = buffer.AsSpan(at, Math.Min(BlockLines, end - at));
            var more = stretch.Count((byte)'\n');
            if (lines + more > BlockLines)
            {
                end = at + EndOfLine(stretch, BlockLines - lines);
                return BlockLines;
            }
            lines += more;
        }
        return lines;
    }

    private static int EndOfLine(ReadOnlySpan<byte> stretch, int number)
    {
        var end = 0;
        for (; number > 0; number--)
        {
            end += stretch[end..].IndexOf((byte)'\n') + 1;
        }
        return end;
    }

    /// <summary>What there is up to an end, at the start of a buffer of its own: of it and of the rest, the shorter is copied.</summary>
    private byte[] TakeBuffer(int end)
    {
        var taken = buffer.AsSpan(start, end - start);
        var rest = buffer.AsSpan(end, filled - end);
        if (taken.Length < Math.Max(rest.Length, FewBytes) && buffer.Length <= LargestPooled)
        {
            var copy = Rent(taken.Length);
            taken.CopyTo(copy);
            start = end;
            return copy;
        }
        var whole = buffer;
        capacity = Math.Max(BlockBytes, rest.Length + 1);
        buffer = Rent(capacity);
        rest.CopyTo(buffer);
        (start, filled) = (0, rest.Length);
        taken.CopyTo(whole);
        return whole;
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
        capacity = Math.Max(filled + 1, (int)Math.Min(capacity * 2L, maxLineBytes + 2L));
        var larger = Rent(capacity);
        buffer.AsSpan(0, filled).CopyTo(larger);
        Release(buffer);
        buffer = larger;
    }
}
