namespace FineTune.Core.Counting;

/// <summary>One dataset file as it was read.</summary>
public sealed record DataFileReport
{
    /// <summary>Absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes on disk.</summary>
    public required long Bytes { get; init; }

    /// <summary>Bytes after normalising: no BOM, no blank lines, LF, one line end at the end.</summary>
    public required long UploadBytes { get; init; }

    /// <summary>Lines that are not blank.</summary>
    public required long Examples { get; init; }

    /// <summary>SHA-256 of the normalised bytes, lower-case hex; null unless it was asked for.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Tokens; null unless they were asked for.</summary>
    public TokenTotals? Tokens { get; init; }

    /// <summary>What its examples are like; null unless it was asked for.</summary>
    internal Census? Census { get; init; }
}
