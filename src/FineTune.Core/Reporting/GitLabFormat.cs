using FineTune.Core.Findings;

namespace FineTune.Core.Reporting;

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
        json.WriteStartArray();
        foreach (var finding in content.Lint.Findings)
        {
            json.WriteStartObject();
            json.WriteString("description", $"{finding.Code}: {finding.Message}");
            json.WriteString("check_name", finding.Code);
            json.WriteString("fingerprint", fingerprints.Next(finding));
            json.WriteString("severity", Level(finding.Severity));
            json.WriteStartObject("location");
            json.WriteString("path", content.Show(finding.Path));
            json.WriteStartObject("positions");
            WritePosition("begin", finding.Range.Start);
            WritePosition("end", finding.Range.End);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            document.Pass();
        }
        json.WriteEndArray();

        void WritePosition(string name, TextPosition position)
        {
            json.WriteStartObject(name);
            json.WriteNumber("line", position.Line);
            json.WriteNumber("column", position.Column);
            json.WriteEndObject();
        }
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "major",
        Severity.Warning => "minor",
        _ => "info",
    };
}
