using FineTune.Core.Building;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace FineTune.Build.Tasks;

/// <summary>The one door for findings into MSBuild's log.</summary>
/// <param name="log">The task's log.</param>
/// <param name="projectDirectory">Absolute path of the project's folder: files below it are shown relative to it.</param>
/// <param name="weight">How heavy warnings are.</param>
internal sealed class FindingLog(TaskLoggingHelper log, string projectDirectory, WarningWeight weight)
{
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
        var file = ShownPath.Of(projectDirectory, finding.Path);
        var (start, end) = (finding.Range.Start, finding.Range.End);
        var help = HelpLink.Of(finding.Code);
        switch (weight.Of(finding))
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
}
