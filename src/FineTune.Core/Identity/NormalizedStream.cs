using FineTune.Core.Files;

namespace FineTune.Core.Identity;

/// <summary>The bytes of an upload, one file after the other, read as they are needed; forward only.</summary>
internal sealed class NormalizedStream(IReadOnlyList<UploadSource> sources, bool byteOrderMark, int bufferBytes) : Stream
{
    private ReadOnlyMemory<byte> piece = byteOrderMark ? Utf8Mark.Bytes.ToArray() : default;

    private NormalizedFile? file;

    private int opened;

    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || (piece.IsEmpty && !Advance()))
        {
            return 0;
        }

        // As much as fits: many lines are shorter than the caller's buffer.
        var written = 0;
        do
        {
            var length = Math.Min(piece.Length, buffer.Length - written);
            piece.Span[..length].CopyTo(buffer[written..]);
            piece = piece[length..];
            written += length;
        }
        while (written < buffer.Length && (!piece.IsEmpty || Advance()));
        position += written;
        return written;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : new ValueTask<int>(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file?.Dispose();
            file = null;
            opened = sources.Count;
        }
        base.Dispose(disposing);
    }

    private bool Advance()
    {
        while (true)
        {
            if (file is null)
            {
                if (opened == sources.Count)
                {
                    return false;
                }
                file = new NormalizedFile(sources[opened++].FullPath, bufferBytes);
            }

            piece = file.Next();
            if (!piece.IsEmpty)
            {
                return true;
            }
            file.Dispose();
            file = null;
        }
    }
}
