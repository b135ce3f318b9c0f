namespace FineTune.Core.Reporting.Formats;

/// <summary>MSBuild's canonical lines, which builds and editors read.</summary>
internal sealed class MSBuildFormat : IReportFormat
{
    public string Name => "msbuild";

    public bool IsDocument => false;

    public void Write(ReportContent content, TextWriter output)
    {
        foreach (var finding in content.Lint.Findings)
        {
            output.Write(CanonicalLine.Of(content.Show(finding.Path), finding.Severity, finding));
        }
    }
}
