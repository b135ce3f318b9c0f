namespace FineTune.Core.Identity;

/// <summary>A line of a dataset file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Line">1-based line in it, blank lines counted.</param>
internal sealed record SourceLine(UploadSource Source, long Line);
