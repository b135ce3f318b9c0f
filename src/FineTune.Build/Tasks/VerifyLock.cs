using FineTune.Core.Building;
using Microsoft.Build.Framework;

namespace FineTune.Build.Tasks;

/// <summary>Checks that the lock answers for the manifest and the data as they are now.</summary>
[MSBuildMultiThreadableTask]
public sealed class VerifyLock : FineTuneTask
{
    /// <summary>A lock that is behind the data, or has an open training, is an error; else it is a warning.</summary>
    public bool Locked { get; set; }

    /// <summary>Warnings are left to the lint, which is part of the same build.</summary>
    public bool ErrorsOnly { get; set; }

    private protected override void Run(CancellationToken cancellation) =>
        ReportOnce(() => LockVerification.Run(Project(), Locked, ErrorsOnly, cancellation));
}
