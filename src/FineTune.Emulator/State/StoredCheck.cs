namespace FineTune.Emulator.State;

/// <summary>What the check of a job's files found.</summary>
internal sealed record StoredCheck
{
    /// <summary>When the check was over.</summary>
    public required long At { get; init; }

    public long Examples { get; init; }

    public long Tokens { get; init; }

    /// <summary>The code that the job fails with; null where the files are fine.</summary>
    public string? ErrorCode { get; init; }

    public string? ErrorMessage { get; init; }

    public string? ErrorParam { get; init; }
}
