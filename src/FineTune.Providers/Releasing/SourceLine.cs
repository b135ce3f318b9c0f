namespace FineTune.Providers.Releasing;

/// <summary>A line of a dataset file.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Line">1-based line.</param>
internal readonly record struct SourceLine(string Path, int Line);
