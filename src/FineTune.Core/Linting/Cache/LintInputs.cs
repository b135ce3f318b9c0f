using FineTune.Core.Files;
using FineTune.Core.Manifest;

namespace FineTune.Core.Linting.Cache;

/// <summary>Everything on disk that a lint report depends on.</summary>
internal sealed record LintInputs
{
    private const string Pointer = ".dvc";

    /// <summary>The manifest's paths and globs, which may match other files tomorrow.</summary>
    public required IReadOnlyList<DataPattern> Patterns { get; init; }

    /// <summary>The files, in ordinal order of their path; missing ones too where their coming would matter.</summary>
    public required IReadOnlyList<FileStamp> Stamps { get; init; }

    /// <summary>The files' absolute paths.</summary>
    public IReadOnlyList<string> Paths => [.. Stamps.Where(stamp => stamp.Bytes >= 0).Select(stamp => stamp.Path)];

    /// <summary>Looks at what a request depends on.</summary>
    /// <param name="request">The request.</param>
    /// <param name="manifest">Its manifest; null where files are linted alone.</param>
    public static LintInputs Of(LintRequest request, FineTuneManifest? manifest)
    {
        var patterns = manifest is null ? [] : PatternsOf(manifest).Distinct().ToArray();
        IEnumerable<string> fixedFiles = manifest is null
            ? [.. request.Paths, .. request.ValidationPaths, .. Baseline(request)]
            : [.. request.Paths, .. Baseline(request), .. manifest.Files, manifest.LockPath, .. manifest.Lint.Baseline is { } baseline ? [baseline] : Array.Empty<string>()];
        return new() { Patterns = patterns, Stamps = Look(fixedFiles.Concat(Matches(patterns, request.AllowedOutside))) };
    }

    private static string[] Baseline(LintRequest request) => request.BaselinePath is { } path ? [path] : [];

    /// <summary>Whether every file still looks the same and the patterns match no other; opens no file.</summary>
    public bool AreUnchanged(LintRequest request)
    {
        foreach (var stamp in Stamps)
        {
            if (FileStamp.Of(stamp.Path) != stamp)
            {
                return false;
            }
        }
        var known = Stamps.Select(stamp => stamp.Path).ToHashSet(StringComparer.Ordinal);
        return Matches(Patterns, request.AllowedOutside).All(known.Contains);
    }

    /// <summary>Whether the stamp of a file says nothing about what was read.</summary>
    /// <param name="began">When they began to be read.</param>
    public bool AreTooFresh(DateTime began) => Stamps.Any(stamp => stamp.IsTooFresh(began));

    private static IEnumerable<DataPattern> PatternsOf(FineTuneManifest manifest) =>
        from model in manifest.Models
        from dataset in new[] { model.Training, model.Validation }
        where dataset is not null
        from pattern in dataset.Patterns
        select new DataPattern(pattern.Where.Path, pattern.Value);

    // A pointer beside a missing file turns "not found" into "not fetched".
    private static IEnumerable<string> Matches(IEnumerable<DataPattern> patterns, IReadOnlyList<string> allowedOutside) =>
        patterns.SelectMany(pattern => pattern.Files(allowedOutside)).SelectMany(file => new[] { file, file + Pointer });

    private static FileStamp[] Look(IEnumerable<string> paths) =>
        [.. paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(FileStamp.Of)];
}
