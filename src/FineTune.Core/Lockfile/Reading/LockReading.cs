using FineTune.Core.Findings;

namespace FineTune.Core.Lockfile.Reading;

/// <summary>What came of reading a lock.</summary>
/// <param name="Lock">The lock; null where there is no file or its faults leave nothing to work with. One that has findings must not be built on: it is for showing.</param>
/// <param name="Findings">FT7004, or FT9004 where the file's form is newer than this build knows; none where the file is missing.</param>
public sealed record LockReading(FineTuneLock? Lock, IReadOnlyList<Finding> Findings)
{
    /// <summary>Absolute path of the lock, whether it is there or not.</summary>
    public string Path { get; init; } = "";

    /// <summary>Where each model's name is written in the lock.</summary>
    public IReadOnlyDictionary<string, TextRange> ModelRanges { get; init; } = new Dictionary<string, TextRange>();
}
