using FineTune.Core.Counting;
using FineTune.Core.Findings;
using FineTune.Core.Linting;

namespace FineTune.Core.Reporting;

/// <summary>The sums of a report; a file that several datasets share counts once.</summary>
internal sealed record ReportTotals(int Errors, int Warnings, int Infos, int Files, long Examples, long Bytes)
{
    public static ReportTotals Of(LintReport report)
    {
        DataFileReport[] files = [.. report.Datasets.SelectMany(dataset => dataset.Files).DistinctBy(file => file.Path)];
        return new(
            report.Count(Severity.Error),
            report.Count(Severity.Warning),
            report.Count(Severity.Info),
            files.Length,
            files.Sum(file => file.Examples),
            files.Sum(file => file.Bytes));
    }

    /// <summary>One line: <c>3 errors, 2 warnings in 2 files, 64 examples, 41 kB</c>.</summary>
    public string Sentence()
    {
        var found = string.Join(", ", new[]
        {
            Errors > 0 ? Amount.Of(Errors, "error") : null,
            Warnings > 0 ? Amount.Of(Warnings, "warning") : null,
            Infos > 0 ? Amount.Of(Infos, "note") : null,
        }.OfType<string>());
        return $"{(found.Length > 0 ? found : "no findings")} in {Amount.Of(Files, "file")}, {Amount.Of(Examples, "example")}, {Amount.OfBytes(Bytes)}";
    }
}
