namespace FineTune.Core.Linting.Suppressing;

/// <summary>What came of reading a baseline: it, or what is wrong with its file.</summary>
/// <param name="Baseline">The baseline; null where it cannot be read.</param>
/// <param name="Fault">What is wrong and what would be right; null where nothing is.</param>
internal sealed record BaselineReading(Baseline? Baseline, string? Fault);
