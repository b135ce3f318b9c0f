namespace FineTune.Core.Planning;

/// <summary>How a model of the manifest stands to the lock.</summary>
internal enum PlanState
{
    /// <summary>Never trained.</summary>
    New,

    /// <summary>Data or settings are not those of the current version.</summary>
    Changed,

    /// <summary>The current version was trained on exactly this.</summary>
    UpToDate,

    /// <summary>A training of exactly this has not ended.</summary>
    Pending,

    /// <summary>A version was trained on exactly this, and the lock holds the model at one by a pin.</summary>
    Pinned,

    /// <summary>The data is not here, so nothing can be said.</summary>
    Unmeasured,
}
