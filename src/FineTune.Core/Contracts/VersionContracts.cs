using FineTune.Core.Findings;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Contracts;

/// <summary>The contracts of a model's versions, read where they are asked for.</summary>
/// <param name="lockPath">Absolute path of the lock.</param>
internal sealed class VersionContracts(string lockPath)
{
    private readonly List<Finding> faults = [];

    /// <summary>Why contracts that were asked for cannot be relied on.</summary>
    public IReadOnlyList<Finding> Faults => faults;

    /// <summary>The contract of a version; null where it has none, or it cannot be relied on.</summary>
    public Contract? Of(LockedTraining version)
    {
        var reading = ContractReader.Read(lockPath, version.Contract);
        if (reading.Fault is { } fault && !faults.Contains(fault))
        {
            faults.Add(fault);
        }
        return reading.Contract;
    }
}
