using System.Diagnostics.CodeAnalysis;

namespace FineTune.Core.Lockfile;

/// <summary>A training that has not succeeded.</summary>
public sealed record Attempt : LockedTraining
{
    /// <summary>An attempt of which everything is still to be said.</summary>
    public Attempt()
    {
    }

    /// <summary>An attempt at a training.</summary>
    /// <param name="training">What was sent.</param>
    /// <param name="state">How far it came.</param>
    [SetsRequiredMembers]
    internal Attempt(LockedTraining training, AttemptState state)
        : base(training) => State = state;

    /// <summary>How far it came.</summary>
    public required AttemptState State { get; init; }

    /// <summary>The provider's error code; null where there is none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The provider's error message, made safe to print; null where there is none.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Whether it has not ended.</summary>
    public bool IsPending => State is AttemptState.Uploading or AttemptState.Creating or AttemptState.Running or AttemptState.Deploying;
}
