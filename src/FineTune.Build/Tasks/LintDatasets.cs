using FineTune.Core.Building;
using Microsoft.Build.Framework;

namespace FineTune.Build.Tasks;

/// <summary>Checks a manifest and its datasets, and reports every finding; reads no dataset when nothing changed.</summary>
[MSBuildMultiThreadableTask]
public sealed class LintDatasets : FineTuneTask
{
    /// <summary>Absolute path of a SARIF file to write; empty for none.</summary>
    public string? SarifFile { get; set; }

    /// <summary>The lock is verified in the same build, which then says what is wrong with it.</summary>
    public bool LockIsVerified { get; set; }

    private protected override void Run(CancellationToken cancellation) =>
        ReportOnce(() => DatasetLint.Run(Project(), SarifFile, Settings, LockIsVerified, cancellation));
}
