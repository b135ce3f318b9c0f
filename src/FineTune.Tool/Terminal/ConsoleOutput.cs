namespace FineTune.Tool.Terminal;

/// <summary>Stdout or stderr: what can't be written is lost and noted, and the work goes on. A training that is paid for is worth more than the lines about it.</summary>
internal sealed class ConsoleOutput : Stream
{
    private readonly Stream? stream;

    /// <summary>Opens one.</summary>
    public ConsoleOutput(Func<Stream> open)
    {
        try
        {
            stream = open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It was closed before we began: that is a fault when something is to be written.
        }
    }

    /// <summary>What kept something from being written; null where all was.</summary>
    public Exception? Fault { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Fault is not null || buffer.IsEmpty)
        {
            return;
        }
        try
        {
            (stream ?? throw new IOException("it is closed")).Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fault = e;
        }
    }

    public override void Flush()
    {
        // A console holds nothing back.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
