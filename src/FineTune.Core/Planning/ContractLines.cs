using FineTune.Core.Contracts;
using FineTune.Core.Lockfile;

namespace FineTune.Core.Planning;

/// <summary>Says in words how a model must be asked otherwise than a version before it.</summary>
internal static class ContractLines
{
    /// <summary>The differences; none where the data was not read for them.</summary>
    /// <param name="lockPath">Absolute path of the lock.</param>
    /// <param name="version">What it was trained as.</param>
    /// <param name="plan">What it would be trained as.</param>
    public static IReadOnlyList<string> Between(string lockPath, LockedTraining version, PlannedModel plan)
    {
        if (plan.Contract is not { } after || (version.Contract is null && after.IsEmpty))
        {
            return [];
        }
        if (version.Contract is null)
        {
            // Its examples had nothing in common, or it was trained before locks noted it.
            return [$"contract: none in the lock → {ContractChanges.Words(after)}"];
        }
        if (version.Contract.File is { } file && file == ContractFolder.FileOf(after))
        {
            return [];
        }
        var reading = ContractReader.Read(lockPath, version.Contract);
        return reading.Contract is { } before ? ContractChanges.Between(before, after) : [$"contract: {reading.Fault?.Message}"];
    }
}
