using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Reporting;
using FineTune.Core.Repository;

namespace FineTune.Tool.CommandLine;

/// <summary>Makes what the report formats write down.</summary>
internal static class Contents
{
    /// <summary>The content for a report of this run.</summary>
    public static ReportContent Of(Invocation call, LintReport report, TimeSpan? elapsed) => new()
    {
        Lint = report,
        Folder = call.Surroundings.Folder,
        FindRule = RulePages.FindRule,
        FindHelp = code => RulePages.Find(code)?.Markdown,
        Version = ToolVersion.Text,
        Elapsed = elapsed,
    };

    /// <summary>The content for findings of no report.</summary>
    public static ReportContent Of(Invocation call, IReadOnlyList<Finding> findings) => Of(call, new LintReport { Findings = findings, Datasets = [] }, elapsed: null);

    /// <summary>The folder that paths for machines start from: the repository's root, or the working folder.</summary>
    public static string Root(Invocation call, LintReport report) => report.Manifest?.Root ?? RepositoryBoundary.Around(call.Surroundings.Folder, []).Root;
}
