using System.Globalization;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Reporting;

namespace FineTune.Core.Building;

/// <summary>The target <c>FineTuneLint</c>: checks a manifest and its datasets; reads no dataset when nothing changed.</summary>
internal static class DatasetLint
{
    /// <summary>Lints, and leaves the list of what it depends on for Visual Studio.</summary>
    /// <param name="project">The project.</param>
    /// <param name="sarif">Absolute path of a SARIF file to write; null or empty for none.</param>
    /// <param name="settings">Everything that the answer depends on and that is no file, as the targets put it together; null where they do not ask whether to come at all.</param>
    /// <param name="lockIsVerified">What is wrong with the lock is left to its verification, which is part of the same build.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static BuildFindings Run(BuiltProject project, string? sarif, string? settings, bool lockIsVerified, CancellationToken cancellation)
    {
        var began = DateTime.UtcNow;
        var lint = BundledLint.Run(project, cancellation);
        Finding[] findings = [.. lint.Report.Findings, .. ToolManifest.FindOtherVersion(project.Folder, ProductVersion.Text)];
        var sarifFile = string.IsNullOrEmpty(sarif) ? [] : new[] { sarif };
        foreach (var file in sarifFile)
        {
            SarifFile.Write(file, lint.Report with { Findings = findings }, project.Folder);
        }
        UpToDateInputs.Write(project.IntermediateFolder, lint.Inputs);
        var said = lockIsVerified ? [.. findings.Where(finding => !LockVerification.Tells(finding))] : findings;
        new QuietRecord(Path.Combine(project.IntermediateFolder, "lint"), settings)
            .Write(said.Length == 0, lint.Stamps(BundledLint.RequestOf(project)) is { } stamps ? [.. stamps, .. ToolManifest.Candidates(project.Folder).Select(FileStamp.Of)] : null, began, sarifFile);
        return new(said, string.Create(CultureInfo.InvariantCulture,
            $"{lint.Report.Findings.Count} findings, {lint.Report.Suppressed} suppressed, {(lint.FromCache ? "nothing changed" : "data read")}"));
    }
}
