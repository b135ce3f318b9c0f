using FineTune.Core.Catalog;

namespace FineTune.Core.Linting;

/// <summary>What to lint: a manifest with its datasets, or files alone.</summary>
public sealed partial record LintRequest
{
    /// <summary>Absolute path of the manifest; null to lint <see cref="Paths"/> alone.</summary>
    public string? ManifestPath { get; init; }

    /// <summary>Absolute paths of JSONL files to lint without a manifest; with one, only these of its files.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>
    /// Absolute paths of JSONL files that <see cref="Paths"/>, together the training data of one model, are validated with, without a manifest;
    /// none: each of <see cref="Paths"/> is checked for itself.
    /// </summary>
    public IReadOnlyList<string> ValidationPaths { get; init; } = [];

    /// <summary>Profile to check against instead of the provider's; null for the provider's, or <c>generic</c> without a manifest.</summary>
    public string? Profile { get; init; }

    /// <summary>Method to check files without a manifest against; null to recognise it from the data.</summary>
    public TuningMethod? Method { get; init; }

    /// <summary>Base model whose limits and tokens count for files without a manifest; null for none.</summary>
    public string? BaseModel { get; init; }

    /// <summary>Adds the near-duplicate rules.</summary>
    public bool Deep { get; init; }

    /// <summary>Missing data (a large-file pointer) is a warning: a contributor without the data can build.</summary>
    public bool DataMayBeMissing { get; init; }

    /// <summary>Base models and hosts that have ended are errors, as for plan, release and verify; a build of an old tag only warns.</summary>
    public bool LifecycleAsErrors { get; init; }

    /// <summary>Also computes SHA-256 of the normalised bytes, which plan, verify and release need.</summary>
    public bool WithDigests { get; init; }

    /// <summary>Also counts tokens.</summary>
    public bool WithTokens { get; init; }

    /// <summary>Also tells what the examples are like; only together with <see cref="WithTokens"/>.</summary>
    internal bool WithCensus { get; init; }

    /// <summary>Also tells how a model must be asked: what its training examples have in common before the conversation.</summary>
    internal bool WithContract { get; init; }

    /// <summary>Whether a report that was stored may be taken where no file looks changed; it holds no census.</summary>
    internal bool MayBeCached { get; init; }

    /// <summary>Counts of files that did not change since they were made; null for none.</summary>
    internal StoredTokens? Stored { get; init; }

    /// <summary>Folders outside the repository that may be read, from the command line only.</summary>
    public IReadOnlyList<string> AllowedOutside { get; init; } = [];

    /// <summary>Absolute path of a baseline instead of the manifest's; null for the manifest's.</summary>
    public string? BaselinePath { get; init; }

    /// <summary>Holds no baseline against the findings and sums none of them up: what a new baseline is written from.</summary>
    public bool AllFindings { get; init; }

    /// <summary>Is told how many bytes were read since the last time; null for nobody.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>The day that lifecycle dates are judged by.</summary>
    public required DateOnly Today { get; init; }
}
