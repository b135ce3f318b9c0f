using FineTune.Core.Files;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.Suppressing;

/// <summary>Old findings that do not count any more: a file that new data is held against.</summary>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Entries">How often each finding was there.</param>
internal sealed record Baseline(string Path, IReadOnlyDictionary<FindingId, int> Entries)
{
    /// <summary>The version that is written and read.</summary>
    public const int Version = 1;

    private const long MostBytes = 256L << 20;

    /// <summary>Absolute path of the folder that paths in the file start from.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Reads a baseline; one that cannot be read is a fault with a message, never an empty one.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="allowedOutside">Folders outside the repository that may be read.</param>
    public static BaselineReading Read(string path, IReadOnlyList<string> allowedOutside)
    {
        if (RepositoryBoundary.Around(System.IO.Path.GetDirectoryName(path)!, allowedOutside).Refusal(path) is { } refusal)
        {
            return new(null, $"the baseline {refusal}");
        }
        try
        {
            using var stream = RegularFile.Open(path);
            if (stream.Length > MostBytes)
            {
                return new(null, "the baseline is over 256 MiB; it is no baseline, or the data should be mended first");
            }
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return BaselineText.Read(path, bytes);
        }
        catch (FileNotFoundException)
        {
            return new(null, "the baseline is not there; finetune lint --update-baseline writes it");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(null, $"the baseline cannot be read: {IOFault.Describe(fault)}");
        }
    }

    /// <summary>Writes what a run found as the baseline; entries of files that it did not read, and that are still there, stay.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="report">A report with <see cref="LintRequest.AllFindings"/>.</param>
    /// <param name="allowedOutside">Folders outside the repository that may be read.</param>
    /// <returns>The report without what is old now, or the fault of a file that is there and no baseline.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static (LintReport? Report, string? Fault) Update(string path, LintReport report, IReadOnlyList<string> allowedOutside)
    {
        var entries = new Dictionary<FindingId, int>();
        var folder = System.IO.Path.GetDirectoryName(path)!;
        if (File.Exists(path))
        {
            var old = Read(path, allowedOutside);
            if (old.Baseline is null)
            {
                return (null, old.Fault);
            }
            var read = OldFindings.FilesOf(report).Select(file => PathText.Relative(file, folder)).ToHashSet(StringComparer.Ordinal);
            foreach (var (id, count) in old.Baseline.Entries.Where(entry => !read.Contains(entry.Key.Path) && File.Exists(System.IO.Path.Combine(folder, entry.Key.Path))))
            {
                entries[id] = count;
            }
        }
        foreach (var (id, count) in Count(report.Findings.Where(CanBeOld).Select(finding => FindingId.Of(finding, folder))))
        {
            entries[id] = count;
        }
        return (OldFindings.Apply(Write(new Baseline(path, entries)), report), null);
    }

    /// <summary>
    /// Whether a finding can be old: it is about data. What is wrong with the manifest, the lock or a release is never history,
    /// and a file that is only a pointer to its data never becomes data.
    /// </summary>
    internal static bool CanBeOld(Finding finding) => RuleBook.RuleOf(finding).CanBeOld;

    private static Dictionary<FindingId, int> Count(IEnumerable<FindingId> ids)
    {
        var counts = new Dictionary<FindingId, int>();
        foreach (var id in ids)
        {
            counts[id] = counts.GetValueOrDefault(id) + 1;
        }
        return counts;
    }

    private static Baseline Write(Baseline baseline)
    {
        Directory.CreateDirectory(baseline.Folder);
        AtomicFile.Write(baseline.Path, BaselineText.Of(baseline), durable: true);
        return baseline;
    }
}
