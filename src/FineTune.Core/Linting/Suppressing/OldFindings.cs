using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Linting.Judging;
using FineTune.Core.Manifest;

namespace FineTune.Core.Linting.Suppressing;

/// <summary>Leaves out the findings that a baseline holds, and says one cause once of those that are left.</summary>
internal static class OldFindings
{
    /// <summary>How many findings of a rule a file may have before the baseline is held against them.</summary>
    public const int MostBefore = 100_000;

    /// <summary>The report without the findings of the baseline that the request or the manifest names.</summary>
    public static LintReport Apply(LintRequest request, LintReport report)
    {
        if (request.AllFindings || MostOf(request, report.Manifest?.Lint) == FindingLimit.PerRuleAndFile)
        {
            return report;
        }
        if (PathOf(request, report.Manifest?.Lint) is not { } path)
        {
            return report with { Findings = SaidOnce.Of(report.Findings, report.Datasets) };
        }
        var reading = Baseline.Read(path, request.AllowedOutside);
        return reading.Baseline is { } baseline
            ? Apply(baseline, report)
            : report with { Findings = [Finding.Of(ManifestRules.Value, path, TextRange.FileStart, reading.Fault!), .. SaidOnce.Of(report.Findings, report.Datasets)] };
    }

    /// <summary>How many findings of a rule a file may show while all are needed to hold a baseline or <c>lint.ignore</c> against them, or <see cref="FindingLimit.PerRuleAndFile"/>.</summary>
    public static int MostOf(LintRequest request, LintSettings? settings) =>
        request.AllFindings || PathOf(request, settings) is not null || settings?.Ignore.Count > 0 ? MostBefore : FindingLimit.PerRuleAndFile;

    /// <summary>The report without the findings of a baseline.</summary>
    public static LintReport Apply(Baseline baseline, LintReport report)
    {
        var open = new Dictionary<FindingId, int>(baseline.Entries);
        var kept = new List<Finding>();
        foreach (var finding in report.Findings)
        {
            var id = FindingId.Of(finding, baseline.Folder);
            if (Baseline.CanBeOld(finding) && open.GetValueOrDefault(id) > 0)
            {
                open[id]--;
            }
            else
            {
                kept.Add(finding);
            }
        }
        var read = FilesOf(report).ToHashSet(StringComparer.Ordinal);
        return report with
        {
            Findings = SaidOnce.Of(kept, report.Datasets),
            Suppressed = report.Suppressed + report.Findings.Count - kept.Count,
            BaselinePath = baseline.Path,
            StaleBaselineEntries = open.Count(entry => entry.Value > 0 && IsOver(Path.GetFullPath(entry.Key.Path, baseline.Folder), read)),
        };
    }

    /// <summary>The dataset files that a run has read.</summary>
    public static IEnumerable<string> FilesOf(LintReport report) => report.Datasets.SelectMany(dataset => dataset.Files).Select(file => file.Path);

    // What was not read says nothing about an entry.
    private static bool IsOver(string path, HashSet<string> read) => read.Contains(path) || !File.Exists(path);

    private static string? PathOf(LintRequest request, LintSettings? settings) => request.BaselinePath ?? settings?.Baseline;
}
