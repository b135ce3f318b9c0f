using FineTune.Core.Catalog;
using FineTune.Core.Counting;
using FineTune.Core.Identity;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;

namespace FineTune.Core.Planning;

/// <summary>What a release would do with one model, and why.</summary>
internal sealed record PlannedModel
{
    /// <summary>What the manifest says.</summary>
    public required ModelSettings Model { get; init; }

    /// <summary>Who would train it: the model's own provider, or the emulator in its place.</summary>
    public required ProviderSettings Provider { get; init; }

    /// <summary>How it stands to the lock.</summary>
    public required PlanState State { get; init; }

    /// <summary>Why, in words such as <c>n_epochs: 3 → 4</c>; each safe to print.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Whether a release would pay for a new training.</summary>
    public bool WouldTrain { get; init; }

    /// <summary>What would be sent; null where the data is not here.</summary>
    public TrainingRequest? Request { get; init; }

    /// <summary>Digest of everything that would be sent; null where the data is not here.</summary>
    public string? Digest { get; init; }

    /// <summary>Digest of the content alone; null where the data is not here.</summary>
    public string? DataDigest { get; init; }

    /// <summary>The training upload; null where the data is not here.</summary>
    public LockedFile? Training { get; init; }

    /// <summary>The validation upload; null for none.</summary>
    public LockedFile? Validation { get; init; }

    /// <summary>How the model must be asked once it is trained; null where the data is not here, or was not read for it. No part of the digest.</summary>
    public Contract? Contract { get; init; }

    /// <summary>The current version of the lock; null for none.</summary>
    public LockedVersion? Current { get; init; }

    /// <summary>The version that the manifest is compared with: the newest; null for none.</summary>
    public LockedVersion? Previous { get; init; }

    /// <summary>The newest version that was trained on exactly this; null for none.</summary>
    public LockedVersion? Match { get; init; }

    /// <summary>The attempt that has not ended; null for none.</summary>
    public Attempt? Open { get; init; }

    /// <summary>What the training would cost; null where that is not known, or nobody needs to know.</summary>
    public CostEstimate? Cost { get; init; }

    /// <summary>Why the cost is not known, safe to print; null where it is.</summary>
    public string? CostUnknown { get; init; }

    /// <summary>What of its tokens, and of their cost, is an estimate: the names of <see cref="CostEstimate.Estimates"/>; none where all is exact or was not counted.</summary>
    public IReadOnlyList<string> Estimates { get; init; } = [];

    /// <summary>The model's name in the manifest.</summary>
    public string Name => Model.Name;

    /// <summary>The provider as a lock has it.</summary>
    public LockedProvider LockedProvider =>
        new(Provider.Name, Provider.Kind.Name(), EndpointText.WithoutSecrets(Provider.Endpoint?.Value));
}
