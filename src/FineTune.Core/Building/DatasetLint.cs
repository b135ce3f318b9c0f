using System.Globalization;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;

namespace FineTune.Core.Building;

/// <summary>The target <c>FineTuneLint</c>: checks a manifest and its datasets; reads no dataset when nothing changed.</summary>
internal static class DatasetLint
{
    /// <summary>Lints, and leaves the list of what it depends on for Visual Studio.</summary>
    /// <param name="project">The project.</param>
    /// <param name="sarif">Absolute path of a SARIF file to write; null or empty for none.</param>
    /// <param name="lockIsVerified">What is wrong with the lock is left to its verification, which is part of the same build.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static BuildFindings Run(BuiltProject project, string? sarif, bool lockIsVerified, CancellationToken cancellation)
    {
        var lint = BundledLint.Run(project, cancellation);
        Finding[] findings = [.. lint.Report.Findings, .. ToolManifest.FindOtherVersion(project.Folder, ProductVersion.Text)];
        if (sarif is { Length: > 0 })
        {
            SarifFile.Write(sarif, lint.Report with { Findings = findings }, project.Folder);
        }
        UpToDateInputs.Write(project.IntermediateFolder, lint.Inputs);
        return new(lockIsVerified ? [.. findings.Where(finding => !LockVerification.Tells(finding))] : findings, string.Create(CultureInfo.InvariantCulture,
            $"{lint.Report.Findings.Count} findings, {lint.Report.Suppressed} suppressed, {(lint.FromCache ? "nothing changed" : "data read")}"));
    }
}
