using FineTune.Core.Building;
using Microsoft.Build.Framework;

namespace FineTune.Build.Tasks;

/// <summary>Checks a manifest and its datasets, and reports every finding; reads no dataset when nothing changed.</summary>
[MSBuildMultiThreadableTask]
public sealed class LintDatasets : FineTuneTask
{
    /// <summary>Absolute path of a SARIF file to write; empty for none.</summary>
    public string? SarifFile { get; set; }

    private protected override void Run(CancellationToken cancellation)
    {
        var key = $"{ProjectFile}|{Manifest}";
        if (OncePerBuild.Find(BuildEngine, key) is { } once)
        {
            ReportedBefore(once.Failed);
            return;
        }
        Report(DatasetLint.Run(Project(), SarifFile, cancellation));
        OncePerBuild.Register(BuildEngine, key, new(Log.HasLoggedErrors));
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
