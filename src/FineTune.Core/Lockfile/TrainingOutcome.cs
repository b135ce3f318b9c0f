namespace FineTune.Core.Lockfile;

/// <summary>What the provider says of a training that succeeded.</summary>
/// <param name="Model">The provider's ID of the tuned model.</param>
internal sealed record TrainingOutcome(string Model)
{
    /// <summary>Name of the deployment that serves it; null where the provider needs none.</summary>
    public string? Deployment { get; init; }

    /// <summary>Checkpoints that can be used as models.</summary>
    public IReadOnlyList<LockedCheckpoint> Checkpoints { get; init; } = [];

    /// <summary>Tokens trained; null where the provider does not say.</summary>
    public long? TrainedTokens { get; init; }

    /// <summary>US dollars; null without a price.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>When the provider finished it.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
