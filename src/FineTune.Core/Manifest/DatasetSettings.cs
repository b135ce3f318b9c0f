using FineTune.Core.Findings;

namespace FineTune.Core.Manifest;

/// <summary>The data of one role of a model.</summary>
/// <param name="Patterns">Paths and globs as written.</param>
/// <param name="Files">Absolute paths that they match, in ordinal order of the path relative to the manifest with <c>/</c>.</param>
internal sealed record DatasetSettings(IReadOnlyList<Sourced<string>> Patterns, IReadOnlyList<string> Files);
