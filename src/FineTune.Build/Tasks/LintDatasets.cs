using FineTune.Core.Findings;
using Microsoft.Build.Framework;

namespace FineTune.Build.Tasks;

/// <summary>Checks a manifest and its datasets, and reports every finding; reads no dataset when nothing changed.</summary>
[MSBuildMultiThreadableTask]
public sealed class LintDatasets : FineTuneTask
{
    /// <summary>Absolute path of the manifest.</summary>
    [Required]
    public string Manifest { get; set; } = "";

    /// <summary>Absolute path of the project's own folder for intermediate files: holds the cache where the manifest's folder cannot be written.</summary>
    [Required]
    public string IntermediateFolder { get; set; } = "";

    /// <summary>FT7006 counts as an error.</summary>
    public bool LifecycleAsErrors { get; set; }

    /// <summary>Absolute path of a SARIF file to write; empty for none.</summary>
    public string? SarifFile { get; set; }

    private protected override void Run(CancellationToken cancellation)
    {
        var once = OncePerBuild.Find(BuildEngine, $"{ProjectFile}|{Manifest}");
        if (once is { Failed: var failed })
        {
            ReportedBefore(failed);
            return;
        }
        var lint = BundledLint.Run(Manifest, LifecycleAsErrors, Day(), IntermediateFolder, cancellation);

        IEnumerable<Finding> findings = [.. lint.Report.Findings, .. ToolManifest.FindOtherVersion(ProjectDirectory, PackageVersion.Text)];
        Findings().Add(findings);
        if (SarifFile is { Length: > 0 })
        {
            SarifReport.Write(SarifFile, lint.Report with { Findings = [.. findings] }, ProjectDirectory);
        }
        UpToDateInputs.Write(IntermediateFolder, lint.Inputs);
        Log.LogMessage(MessageImportance.Low, "{0} findings, {1} suppressed, {2}",
            lint.Report.Findings.Count, lint.Report.Suppressed, lint.FromCache ? "nothing changed" : "data read");
        OncePerBuild.Register(BuildEngine, $"{ProjectFile}|{Manifest}", new(Log.HasLoggedErrors));
    }

    // In a graph build each target framework asks for the outer project's result anew.
    private void ReportedBefore(bool failed)
    {
        Log.LogMessage(MessageImportance.Low, "reported before in this build");
        if (failed)
        {
            FailSilently();
        }
    }
}
