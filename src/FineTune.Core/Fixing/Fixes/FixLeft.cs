namespace FineTune.Core.Fixing.Fixes;

/// <summary>A place that could not be fixed: it stays as it is.</summary>
/// <param name="Line">1-based line in the file as it was.</param>
/// <param name="Code">Code of the rule.</param>
/// <param name="Reason">Why not, one line, safe to print.</param>
internal sealed record FixLeft(int Line, string Code, string Reason);
