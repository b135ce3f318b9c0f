using FineTune.Core.Findings;

namespace FineTune.Core.Building;

/// <summary>What one target found.</summary>
/// <param name="Findings">The findings, in the order to report them.</param>
/// <param name="Summary">One line for who follows the build in detail; empty for nothing.</param>
internal sealed record BuildFindings(IReadOnlyList<Finding> Findings, string Summary = "");
