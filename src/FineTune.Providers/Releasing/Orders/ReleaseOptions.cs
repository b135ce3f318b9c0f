namespace FineTune.Providers.Releasing.Orders;

/// <summary>How to release.</summary>
internal sealed record ReleaseOptions
{
    /// <summary>Whether to wait for the job; otherwise <c>sync</c> brings it in later.</summary>
    public bool Wait { get; init; } = true;

    /// <summary>How long to wait for the job at most; null for as long as it takes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Trains a digest once more that has been trained already.</summary>
    public bool Again { get; init; }

    /// <summary>How long to wait for another release on this machine.</summary>
    public TimeSpan LockPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a job may stand still in a status that is paused or not known before it is left alone.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);
}
