using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Core.Planning;
using Microsoft.Build.Framework;

namespace FineTune.Build.Tasks;

/// <summary>Checks that the lock answers for the manifest and the data as they are now.</summary>
[MSBuildMultiThreadableTask]
public sealed class VerifyLock : FineTuneTask
{
    /// <summary>Absolute path of the manifest.</summary>
    [Required]
    public string Manifest { get; set; } = "";

    /// <summary>Absolute path of the lock that the constants come from.</summary>
    [Required]
    public string Lock { get; set; } = "";

    /// <summary>Absolute path of the project's own folder for intermediate files.</summary>
    [Required]
    public string IntermediateFolder { get; set; } = "";

    /// <summary>FT7006 counts as an error in the lint, whose stored report is used.</summary>
    public bool LifecycleAsErrors { get; set; }

    /// <summary>A lock that is behind the data is an error.</summary>
    public bool Locked { get; set; }

    /// <summary>Warnings are left to the lint, which is part of the same build.</summary>
    public bool ErrorsOnly { get; set; }

    private protected override void Run(CancellationToken cancellation)
    {
        var read = ManifestReader.Read(Manifest, []);
        if (read.Manifest is not { } manifest)
        {
            Findings().Add(read.Findings);
            return;
        }
        var lint = BundledLint.Run(Manifest, LifecycleAsErrors, Day(), IntermediateFolder, cancellation);
        var reading = LockReader.Read(Lock);
        var plan = Planner.Plan(manifest, reading.Lock, ModelData.Of(manifest, lint.Report.Datasets));
        Findings().Add(LockCheck.Run(manifest, reading, plan, Locked ? LockCheckMode.Verify : LockCheckMode.Pack)
            .Where(finding => finding.Severity == Severity.Error || !ErrorsOnly));
    }
}
