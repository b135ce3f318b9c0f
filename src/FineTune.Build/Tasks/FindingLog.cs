using FineTune.Core.Findings;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace FineTune.Build.Tasks;

/// <summary>The one door for findings into MSBuild's log.</summary>
/// <param name="log">The task's log.</param>
/// <param name="projectDirectory">Absolute path of the project's folder: files below it are shown relative to it.</param>
/// <param name="warningsAreErrors">Warnings count as errors.</param>
/// <param name="exceptions">Codes that stay warnings all the same, separated by <c>;</c> or <c>,</c>.</param>
internal sealed class FindingLog(TaskLoggingHelper log, string projectDirectory, bool warningsAreErrors, string? exceptions)
{
    private readonly HashSet<string> staysWarning = [.. (exceptions ?? "").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Logs findings in their order.</summary>
    public void Add(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Add(finding);
        }
    }

    private void Add(Finding finding)
    {
        var file = Shown(finding.Path);
        var (start, end) = (finding.Range.Start, finding.Range.End);
        var help = HelpLink.Of(finding.Code);
        switch (Weigh(finding))
        {
            case Severity.Error:
                log.LogError(null, finding.Code, null, help, file, start.Line, start.Column, end.Line, end.Column, "{0}", finding.Message);
                break;
            case Severity.Warning:
                log.LogWarning(null, finding.Code, null, help, file, start.Line, start.Column, end.Line, end.Column, "{0}", finding.Message);
                break;
            case Severity.Info:
                log.LogMessage(null, finding.Code, null, file, start.Line, start.Column, end.Line, end.Column, MessageImportance.Normal, "{0}", finding.Message);
                break;
            case Severity.None:
            default:
                break;
        }
    }

    private Severity Weigh(Finding finding) =>
        warningsAreErrors && finding.Severity == Severity.Warning && !staysWarning.Contains(finding.Code) ? Severity.Error : finding.Severity;

    private string Shown(string path)
    {
        var relative = Path.GetRelativePath(projectDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
    }
}
