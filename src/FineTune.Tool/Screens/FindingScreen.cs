using FineTune.Core.Findings;
using FineTune.Core.Reporting;
using FineTune.Core.Reporting.Formats;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Screens;

/// <summary>Findings that end a command: for people, or for the build that started it.</summary>
internal static class FindingScreen
{
    // The MSBuild targets set it for the tool that they start.
    private const string BuildVariable = "FINETUNE_BUILD_TOOL";

    /// <summary>Writes them where messages go.</summary>
    /// <param name="call">The run.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="summary">Whether a person also reads how many they are.</param>
    public static void Write(Invocation call, IReadOnlyList<Finding> findings, bool summary = true)
    {
        var style = OutputTarget.Style(call, call.Surroundings.ErrorIsTerminal);
        IReportFormat format = call.Surroundings.Variable(BuildVariable) is { Length: > 0 }
            ? new MSBuildFormat()
            : new TextFormat(style with { Summary = style.Summary && summary });
        format.Write(ReportContents.Of(call, findings), call.Messages);
    }
}
