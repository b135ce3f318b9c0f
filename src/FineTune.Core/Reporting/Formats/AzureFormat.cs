using FineTune.Core.Findings;

namespace FineTune.Core.Reporting.Formats;

/// <summary>Logging commands of Azure Pipelines; what is neither error nor warning is a plain line of the log.</summary>
internal sealed class AzureFormat : IReportFormat
{
    public string Name => "azure";

    public bool IsDocument => false;

    public void Write(ReportContent content, TextWriter output)
    {
        foreach (var finding in content.ErrorsFirst())
        {
            var start = finding.Range.Start;
            var path = content.Show(finding.Path);
            output.Write(finding.Severity is Severity.Error or Severity.Warning
                ? $"##vso[task.logissue type={finding.Severity.Name()};sourcepath={Property(path)};linenumber={start.Line};columnnumber={start.Column};code={finding.Code};]{Data(finding.Message)}\n"
                : $"{path}:{start.Line}:{start.Column} {finding.Severity.Name()} {finding.Code} {finding.Message}\n");
        }
    }

    private static string Data(string text) => text
        .Replace("%", "%AZP25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace("]", "%5D", StringComparison.Ordinal)
        .Replace(";", "%3B", StringComparison.Ordinal);
}
