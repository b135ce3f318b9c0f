using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Linting;
using FineTune.Core.Reporting;

namespace FineTune.Tool.CommandLine;

/// <summary>Makes what the report formats write down.</summary>
internal static class ReportContents
{
    private static readonly string[] CheckoutVariables = ["GITHUB_WORKSPACE", "BUILD_SOURCESDIRECTORY", "CI_PROJECT_DIR"];

    /// <summary>The content for a report of this run.</summary>
    public static ReportContent Of(Invocation call, LintReport report, TimeSpan? elapsed) => new()
    {
        Lint = report,
        Folder = call.Surroundings.Folder,
        StandardInput = call.InputPath,
        FindRule = RulePages.FindRule,
        FindHelp = code => RulePages.Find(code)?.Markdown,
        HelpAddress = RepositoryAddress.Rules,
        ToolAddress = RepositoryAddress.Root,
        Version = ProductVersion.Text,
        Elapsed = elapsed,
    };

    /// <summary>The content for findings of no report.</summary>
    public static ReportContent Of(Invocation call, IReadOnlyList<Finding> findings) => Of(call, new LintReport { Findings = findings, Datasets = [] }, elapsed: null);

    /// <summary>The folder that paths for machines start from: the repository's root, or the working folder.</summary>
    public static string Root(Invocation call, LintReport report)
    {
        var root = report.Manifest?.Root ?? RepositoryBoundary.Around(call.Surroundings.Folder, []).Root;
        return CheckoutVariables.Select(call.Surroundings.Variable).FirstOrDefault(folder => IsCheckoutOf(folder, root)) is { } checkout
            ? Path.TrimEndingDirectorySeparator(checkout)
            : root;
    }

    // In a submodule, and where there is no .git, a host counts paths from what it checked out.
    private static bool IsCheckoutOf(string? folder, string root) =>
        folder is { Length: > 0 } && Path.IsPathFullyQualified(folder)
        && RepositoryBoundary.Holds(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), root)
        && (Path.Exists(Path.Combine(folder, ".git")) || !Path.Exists(Path.Combine(root, ".git")));
}
