using FineTune.Core.Findings;

namespace FineTune.Core.Manifest;

/// <summary>One entry of <c>lint.ignore</c>.</summary>
/// <param name="Rule">Rule code.</param>
/// <param name="Path">Path or glob relative to the manifest; null for every file.</param>
/// <param name="Example">First digits of the example's hash; null for every example.</param>
/// <param name="Reason">Why; null where it is missing, which FT0011 reports.</param>
/// <param name="Where">Where it is written.</param>
internal sealed record Suppression(string Rule, string? Path, string? Example, string? Reason, SourceSpan Where);
