namespace FineTune.Emulator.State;

/// <summary>An uploaded or produced file; times are milliseconds of the Unix epoch.</summary>
internal sealed record StoredFile : IStored
{
    public required string Id { get; init; }

    public required long Sequence { get; init; }

    public required long CreatedAt { get; init; }

    public required string FileName { get; init; }

    public required string Purpose { get; init; }

    public required long Bytes { get; init; }

    public long? ExpiresAt { get; init; }
}
