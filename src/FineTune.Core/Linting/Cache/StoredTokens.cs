using FineTune.Core.Counting;

namespace FineTune.Core.Linting.Cache;

/// <summary>The tokens that a stored report has of its files: those that still look the same need no counting where another one changed.</summary>
internal sealed class StoredTokens(CacheEntry entry)
{
    private readonly Dictionary<string, FileStamp> stamps = entry.Inputs.Stamps.ToDictionary(stamp => stamp.Path, StringComparer.Ordinal);

    /// <summary>The tokens of a file; null where it changed, or was not counted in that way.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="countedBy">How it is counted: <see cref="DatasetReport.CountedBy"/>.</param>
    public TokenTotals? Find(string path, string countedBy) =>
        entry.Report.Datasets.Where(dataset => dataset.CountedBy == countedBy).SelectMany(dataset => dataset.Files).FirstOrDefault(file => file.Path == path)?.Tokens is { } tokens
        && stamps.TryGetValue(path, out var stamp)
        && stamp == FileStamp.Of(path)
            ? tokens
            : null;
}
