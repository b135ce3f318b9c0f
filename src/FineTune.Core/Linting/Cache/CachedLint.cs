using FineTune.Core.Files;

namespace FineTune.Core.Linting.Cache;

/// <summary>A lint report and where it comes from.</summary>
/// <param name="Report">The report; one that comes from the cache holds neither manifest nor lock.</param>
/// <param name="FromCache">No dataset was read, because nothing changed since the report was stored.</param>
/// <param name="Sources">What the report depends on; null where the manifest cannot be read.</param>
internal sealed record CachedLint(LintReport Report, bool FromCache, LintInputs? Sources)
{
    /// <summary>Absolute paths of every file that the report depends on, in ordinal order; empty where the manifest cannot be read.</summary>
    public IReadOnlyList<string> Inputs => Sources?.Paths ?? [];

    /// <summary>How the files looked when they were read, and the folders in which another could come, as they look now; null where the manifest cannot be read.</summary>
    /// <param name="request">What was asked for.</param>
    public IReadOnlyList<FileStamp>? Stamps(LintRequest request) => Sources is null ? null
        : [.. Sources.Stamps, .. Sources.Patterns.SelectMany(pattern => pattern.Folders(request.AllowedOutside)).Distinct(StringComparer.Ordinal).Select(FileStamp.OfFolder)];
}
