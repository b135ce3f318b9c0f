using System.Diagnostics.CodeAnalysis;

namespace FineTune.Core.Lockfile;

/// <summary>A training that succeeded.</summary>
public sealed record LockedVersion : LockedTraining
{
    /// <summary>A training that became a version.</summary>
    /// <param name="training">What was sent.</param>
    /// <param name="number">1-based number.</param>
    /// <param name="model">The provider's ID of the tuned model.</param>
    [SetsRequiredMembers]
    internal LockedVersion(LockedTraining training, int number, string model)
        : base(training) => (Number, Model) = (number, model);

    /// <summary>1-based number, counted up per model.</summary>
    public int Number { get; init; }

    /// <summary>The provider's ID of the tuned model.</summary>
    public string Model { get; init; }

    /// <summary>Name of the deployment that serves it; null where the provider needs none.</summary>
    public string? Deployment { get; init; }

    /// <summary>Checkpoints that can be used as models, by step.</summary>
    public IReadOnlyList<LockedCheckpoint> Checkpoints { get; init; } = [];

    /// <summary>Tokens trained, as the provider reports them; null where it does not.</summary>
    public long? TrainedTokens { get; init; }

    /// <summary>What it cost in US dollars: trained tokens at the price known at the time; null without a price.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>When the provider finished it.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The version as it was at a checkpoint; null where it has none at the step.</summary>
    /// <param name="step">Training step.</param>
    internal LockedVersion? At(int step) => Checkpoints.FirstOrDefault(checkpoint => checkpoint.Step == step) is { } checkpoint ? this with { Model = checkpoint.Model } : null;
}
