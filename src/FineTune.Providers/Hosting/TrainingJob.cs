namespace FineTune.Providers.Hosting;

/// <summary>A job as the host describes it; texts are safe to print, IDs are checked.</summary>
internal sealed record TrainingJob
{
    /// <summary>The host's ID.</summary>
    public required string Id { get; init; }

    /// <summary>How far it is.</summary>
    public required JobState State { get; init; }

    /// <summary>The host's own word for it.</summary>
    public required string Status { get; init; }

    /// <summary>The tuned model's ID; null before success.</summary>
    public string? Model { get; init; }

    /// <summary>ID of the training file.</summary>
    public string? TrainingFile { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When the host expects it to end.</summary>
    public DateTimeOffset? EstimatedFinish { get; init; }

    /// <summary>Tokens trained.</summary>
    public long? TrainedTokens { get; init; }

    /// <summary>Why it failed.</summary>
    public JobError? Error { get; init; }

    /// <summary>What was written on it.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>What the host says that it trains, beside the training file.</summary>
    public JobEcho Echo { get; init; } = JobEcho.None;

    /// <summary>Whether it will not change any more.</summary>
    public bool HasEnded => State is JobState.Succeeded or JobState.Failed or JobState.Cancelled;

    /// <summary>Whether it has a result or may still get one.</summary>
    public bool IsLive => State is not (JobState.Failed or JobState.Cancelled);
}
