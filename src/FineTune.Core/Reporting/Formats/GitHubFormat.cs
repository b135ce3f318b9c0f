using FineTune.Core.Findings;

namespace FineTune.Core.Reporting.Formats;

/// <summary>GitHub annotations. A step shows 10 of each level and drops the rest in silence, so the tenth sums up what is left, and the log names each.</summary>
internal sealed class GitHubFormat : IReportFormat
{
    private const int AnnotationsPerLevel = 10;

    public string Name => "github";

    public bool IsDocument => false;

    public void Write(ReportContent content, TextWriter output)
    {
        foreach (var level in content.ErrorsFirst().GroupBy(finding => finding.Severity))
        {
            Finding[] findings = [.. level];
            var shown = findings.Length > AnnotationsPerLevel ? AnnotationsPerLevel - 1 : findings.Length;
            foreach (var finding in findings.AsSpan(0, shown))
            {
                output.Write(Annotation(content, finding));
            }
            if (findings.Length > shown)
            {
                WriteRest(content, findings[shown..], output);
            }
        }
    }

    private static string Annotation(ReportContent content, Finding finding)
    {
        var (start, end) = finding.Range;
        // Columns are only allowed where the range is on one line.
        var columns = start.Line == end.Line ? $",col={start.Column},endColumn={end.Column}" : "";
        var title = content.FindRule(finding.Code) is { } rule ? $"{finding.Code} {rule.Name}" : finding.Code;
        return $"::{Level(finding.Severity)} file={Property(content.Show(finding.Path))},line={start.Line},endLine={end.Line}{columns},"
            + $"title={Property(title)}::{Data(finding.Message)}\n";
    }

    private static void WriteRest(ReportContent content, Finding[] rest, TextWriter output)
    {
        var counts = rest.GroupBy(finding => finding.Code)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {group.Count()} ×");
        var title = $"and {Amount.Of(rest.Length, "more " + rest[0].Severity.Name())}";
        output.Write($"::{Level(rest[0].Severity)} title={Property(title)}::{Data(string.Join(", ", counts))}; the log of this step names each\n");
        output.Write($"::group::{Data(title)}\n");
        foreach (var finding in rest)
        {
            var start = finding.Range.Start;
            output.Write($"{content.Show(finding.Path)}:{start.Line}:{start.Column} {finding.Severity.Name()} {finding.Code} {finding.Message}\n");
        }
        output.Write("::endgroup::\n");
    }

    private static string Level(Severity severity) => severity is Severity.Info ? "notice" : severity.Name();

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
