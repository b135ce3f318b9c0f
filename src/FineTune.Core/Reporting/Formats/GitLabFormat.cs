using FineTune.Core.Findings;

namespace FineTune.Core.Reporting.Formats;

/// <summary>GitLab's code quality report.</summary>
internal sealed class GitLabFormat : IReportFormat
{
    public string Name => "gitlab";

    public bool IsDocument => true;

    public void Write(ReportContent content, TextWriter output)
    {
        using var document = new JsonOutput(output);
        var fingerprints = new Fingerprints(content);
        var json = document.Json;
        document.WriteObjects(content.Lint.Findings, finding =>
        {
            json.WriteString("description", $"{finding.Code}: {finding.Message}");
            json.WriteString("check_name", finding.Code);
            json.WriteString("fingerprint", fingerprints.Next(finding));
            json.WriteString("severity", Level(finding.Severity));
            json.WriteObject("location", () =>
            {
                json.WriteString("path", content.Show(finding.Path));
                json.WriteObject("positions", () =>
                {
                    json.WritePosition("begin", finding.Range.Start);
                    json.WritePosition("end", finding.Range.End);
                });
            });
        });
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "major",
        Severity.Warning => "minor",
        _ => "info",
    };
}
