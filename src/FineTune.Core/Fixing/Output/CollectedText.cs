namespace FineTune.Core.Fixing.Output;

/// <summary>Keeps what a text becomes.</summary>
internal sealed class CollectedText(byte[] source) : IFixOutput
{
    private readonly MemoryStream text = new(source.Length);

    public byte[] Bytes => text.ToArray();

    public void Keep(ReadOnlySpan<byte> line) => text.Write(line);

    public void KeepUnread(long offset, long bytes) => text.Write(source.AsSpan((int)offset, (int)bytes));

    public void Replace(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> with) => text.Write(with);

    public void Finish()
    {
    }

    public void Dispose() => text.Dispose();
}
