namespace FineTune.Core.Linting.Cache;

/// <summary>A lint report and where it comes from.</summary>
/// <param name="Report">The report; one that comes from the cache holds neither manifest nor lock.</param>
/// <param name="FromCache">No dataset was read, because nothing changed since the report was stored.</param>
/// <param name="Inputs">Absolute paths of every file that the report depends on, in ordinal order; empty where the manifest cannot be read.</param>
internal sealed record CachedLint(LintReport Report, bool FromCache, IReadOnlyList<string> Inputs);
