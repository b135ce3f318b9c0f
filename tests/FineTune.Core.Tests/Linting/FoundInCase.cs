using System.Text;
using FineTune.Core.Catalog;
using FineTune.Core.Findings;

namespace FineTune.Core.Tests.Linting;

/// <summary>What the linter finds in a case.</summary>
/// <param name="Method">What the data is for, as asked or as recognised.</param>
/// <param name="Shown">Code, line and text of each finding, as cases write them.</param>
/// <param name="Messages">The findings in full.</param>
internal sealed record FoundInCase(TuningMethod Method, string[] Shown, string[] Messages)
{
    private static readonly string[] AboutTheirNumber = ["FT3001", "FT3002"];

    private const string AboutTheHost = "FT7005";

    public static FoundInCase Of(LintCase known)
    {
        using var dataset = new Dataset(known.Content) { Profile = known.Profile, Method = known.Method };
        var report = dataset.Lint();
        var findings = report.Findings.Where(finding => finding.Code != AboutTheHost && (known.IsCounted ? finding.Code != "FT3002" : !AboutTheirNumber.Contains(finding.Code))).ToArray();
        var lines = Encoding.UTF8.GetString(known.Content).TrimStart('\uFEFF').Split('\n');
        return new FoundInCase(
            report.Datasets[0].Method,
            [.. findings.Select(finding => Show(finding, lines))],
            [.. findings.Select(finding => $"{finding.Range.Start} {finding.Severity} {finding.Code}: {finding.Message}")]);
    }

    // A finding is shown by its code, its line and the very text it points at; the whole line, or none, is left out.
    private static string Show(Finding finding, string[] lines)
    {
        var (start, end) = (finding.Range.Start, finding.Range.End);
        var line = lines[start.Line - 1].TrimEnd('\r');
        var text = start.Line == end.Line && end.Column > start.Column ? line[(start.Column - 1)..Math.Min(end.Column - 1, line.Length)] : "";
        return text.Length == 0 || text.Length == line.Length && !line.StartsWith('[') ? $"{finding.Code}@{start.Line}" : $"{finding.Code}@{start.Line} {text}";
    }
}
