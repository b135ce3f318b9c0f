using FineTune.Core.Findings;

namespace FineTune.Core.Reporting;

/// <summary>MSBuild's canonical lines, which builds and editors read: <c>path(line,col,endLine,endCol): severity CODE: message</c>.</summary>
internal sealed class MSBuildFormat : IReportFormat
{
    public string Name => "msbuild";

    public bool IsDocument => false;

    public void Write(ReportContent content, TextWriter output)
    {
        foreach (var finding in content.Lint.Findings)
        {
            var (start, end) = finding.Range;
            output.Write($"{content.Show(finding.Path)}({start.Line},{start.Column},{end.Line},{end.Column}): ");
            output.Write($"{finding.Severity.Name()} {finding.Code}: {finding.Message}\n");
        }
    }
}
