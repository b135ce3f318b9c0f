using FineTune.Core.Identity;

namespace FineTune.Core.Lockfile;

/// <summary>What versions and attempts have in common: what was sent, and the name that the provider gave it.</summary>
public record LockedTraining
{
    /// <summary>Where it was trained.</summary>
    public required LockedProvider Provider { get; init; }

    /// <summary>The model that was tuned.</summary>
    public required string BaseModel { get; init; }

    /// <summary>The base model as the provider says that it trained it; null where it says the same as <see cref="BaseModel"/>, or nothing.</summary>
    public string? TrainedBaseModel { get; init; }

    /// <summary><c>supervised</c>, <c>dpo</c>, <c>reinforcement</c> or <c>completion</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Hyperparameters and whatever else the create call was told: what a plan compares; null in a lock that does not say.</summary>
    public TrainingSettings? Settings { get; init; }

    /// <summary>How the model must be asked; null where its examples have nothing in common, or the lock is older than contracts. No part of the digest: it follows from the data.</summary>
    public Contract? Contract { get; init; }

    /// <summary>SHA-256 of everything that the create call sends but our own metadata, with provider kind and endpoint.</summary>
    public required string Digest { get; init; }

    /// <summary>SHA-256 of the training and validation content alone.</summary>
    public required string DataDigest { get; init; }

    /// <summary>The training file.</summary>
    public required LockedFile Training { get; init; }

    /// <summary>The validation file; null for none.</summary>
    public LockedFile? Validation { get; init; }

    /// <summary>The provider's job ID; null until the create call was answered.</summary>
    public string? JobId { get; init; }

    /// <summary>When the provider made the job; null until it answered.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The git commit that was released; null outside a repository. For information: a lock is checked by digest.</summary>
    public string? Commit { get; init; }
}
