namespace FineTune.Core.Datasets.Lines;

/// <summary>A stretch of a file that starts and ends at line ends.</summary>
internal sealed class LineBlock
{
    /// <summary>The bytes; only the first <see cref="Length"/> count.</summary>
    public required byte[] Buffer { get; init; }

    public required int Length { get; init; }

    /// <summary>Offset of the block in the file.</summary>
    public required long FileOffset { get; init; }

    /// <summary>1-based line that the block starts with.</summary>
    public required int FirstLine { get; init; }

    /// <summary>Whether the block stands for one line that is too long to load: <see cref="Length"/> is 0 and <see cref="SkippedBytes"/> its size.</summary>
    public bool IsSkippedLine => SkippedBytes > 0;

    public long SkippedBytes { get; init; }

    /// <summary>Whether the file ends with this block.</summary>
    public bool IsLast { get; init; }
}
