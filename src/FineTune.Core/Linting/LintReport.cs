using FineTune.Core.Counting;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;

namespace FineTune.Core.Linting;

/// <summary>What came of linting.</summary>
public sealed record LintReport
{
    private static readonly Dictionary<string, Contract> NoContracts = [];

    /// <summary>Findings that count, by file in the order of the manifest, then by place.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The manifest; null without one, or where it could not be read.</summary>
    internal FineTuneManifest? Manifest { get; init; }

    /// <summary>What was read, by model and role.</summary>
    public required IReadOnlyList<DatasetReport> Datasets { get; init; }

    /// <summary>How each model must be asked; only where it was asked for and training data was read.</summary>
    internal IReadOnlyDictionary<string, Contract> Contracts { get; init; } = NoContracts;

    /// <summary>Findings left out by <c>lint.ignore</c> or the baseline.</summary>
    public int Suppressed { get; init; }

    /// <summary>Absolute path of the baseline that was held against the findings; null for none.</summary>
    public string? BaselinePath { get; init; }

    /// <summary>Entries of the baseline about files that were read, or are gone, that match nothing any more.</summary>
    public int StaleBaselineEntries { get; init; }

    /// <summary>Number of findings of a severity.</summary>
    /// <param name="severity">The severity to count.</param>
    public int Count(Severity severity) => Findings.Count(finding => finding.Severity == severity);
}
