using FineTune.Core.Counting;
using FineTune.Core.Files;

namespace FineTune.Core.Linting;

/// <summary>The tokens that a stored report has of its files: those that still look the same need no counting where another one changed.</summary>
internal sealed class StoredTokens(LintReport report, IEnumerable<FileStamp> stamps)
{
    private readonly Dictionary<string, FileStamp> known = stamps.ToDictionary(stamp => stamp.Path, StringComparer.Ordinal);

    private readonly ILookup<(string?, string), TokenTotals?> counts =
        report.Datasets.SelectMany(dataset => dataset.Files, (dataset, file) => (dataset.CountedBy, File: file)).ToLookup(read => (read.CountedBy, read.File.Path), read => read.File.Tokens);

    /// <summary>The tokens of a file; null where it changed, or was not counted in that way.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="countedBy">How it is counted: <see cref="DatasetReport.CountedBy"/>.</param>
    public TokenTotals? Find(string path, string countedBy) =>
        counts[(countedBy, path)].FirstOrDefault() is { } tokens && known.TryGetValue(path, out var stamp) && stamp == FileStamp.Of(path) ? tokens : null;
}
