using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;

namespace FineTune.Providers.Releasing;

/// <summary>One model to release: what the plan found out about it.</summary>
internal sealed record ReleaseOrder
{
    /// <summary>What the manifest says.</summary>
    public required ModelSettings Model { get; init; }

    /// <summary>Where it is trained, as the lock says it.</summary>
    public required LockedProvider Provider { get; init; }

    /// <summary>Digest of everything that is sent.</summary>
    public required string Digest { get; init; }

    /// <summary>Digest of the content alone.</summary>
    public required string DataDigest { get; init; }

    /// <summary>Training data.</summary>
    public required ReleaseData Training { get; init; }

    /// <summary>Validation data; null for none.</summary>
    public ReleaseData? Validation { get; init; }

    /// <summary>What the training would cost in US dollars; null where that is not known.</summary>
    public decimal? EstimatedCostUsd { get; init; }

    /// <summary>US dollars for a million trained tokens; null where that is not known.</summary>
    public decimal? PricePerMillion { get; init; }

    /// <summary>The git commit; null outside a repository.</summary>
    public string? Commit { get; init; }
}
