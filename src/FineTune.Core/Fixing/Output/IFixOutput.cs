namespace FineTune.Core.Fixing.Output;

/// <summary>Takes a file line by line as it is and as it will be.</summary>
internal interface IFixOutput : IDisposable
{
    /// <summary>A line stays as it is.</summary>
    /// <param name="line">With its line end.</param>
    public void Keep(ReadOnlySpan<byte> line);

    /// <summary>A stretch of the file that is too long to load stays as it is.</summary>
    public void KeepUnread(long offset, long bytes);

    /// <summary>Lines become others.</summary>
    /// <param name="lines">As they are, with line ends.</param>
    /// <param name="with">As they will be, with line ends; empty for none.</param>
    public void Replace(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> with);

    /// <summary>The file has ended.</summary>
    public void Finish();
}
