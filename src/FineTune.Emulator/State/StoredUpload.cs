namespace FineTune.Emulator.State;

/// <summary>An upload in parts; times are milliseconds of the Unix epoch.</summary>
internal sealed record StoredUpload : IStored
{
    public required string Id { get; init; }

    public required long Sequence { get; init; }

    public required long CreatedAt { get; init; }

    public required string FileName { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Bytes that the client said it would send.</summary>
    public required long Bytes { get; init; }

    /// <summary>Seconds that the finished file is kept; null for ever.</summary>
    public long? KeepSeconds { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>The finished file; null until the upload is complete.</summary>
    public string? FileId { get; init; }

    public IReadOnlyList<StoredPart> Parts { get; init; } = [];
}
