using FineTune.Core.Findings;

namespace FineTune.Core.Fixing;

/// <summary>What came of fixing.</summary>
/// <param name="Files">Every file that was looked at, in the order of the manifest or of the request.</param>
/// <param name="Findings">What kept the manifest from being read; empty where it was, or where there is none.</param>
internal sealed record FixReport(IReadOnlyList<FileFix> Files, IReadOnlyList<Finding> Findings);
