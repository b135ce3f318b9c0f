using System.Text;
using FineTune.Core.Files;
using FineTune.Core.Linting;
using FineTune.Core.Reporting;
using FineTune.Core.Reporting.Formats;

namespace FineTune.Core.Building;

/// <summary>Writes what a build found as SARIF.</summary>
internal static class SarifFile
{
    /// <summary>Writes the file; its paths start from the repository's root, as code scanning wants them.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="report">The report.</param>
    /// <param name="projectDirectory">Absolute path of the project's folder.</param>
    public static void Write(string path, LintReport report, string projectDirectory)
    {
        var text = new StringWriter();
        ReportFormats.Find("sarif")!.Write(new()
        {
            Lint = report,
            Folder = RepositoryBoundary.Around(projectDirectory, []).Root,
            FindRule = RulePages.FindRule,
            FindHelp = code => RulePages.Find(code)?.Markdown,
            HelpAddress = RepositoryAddress.Rules,
            Version = ProductVersion.Text,
        }, text);
        // Projects that are built side by side may name one file.
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text.ToString()), durable: false);
    }
}
