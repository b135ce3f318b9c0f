using FineTune.Core.Findings;

namespace FineTune.Core.Lockfile;

/// <summary>What came of reading a lock.</summary>
/// <param name="Lock">The lock; null where there is no file or its faults leave nothing to work with.</param>
/// <param name="Findings">FT7004, or FT9002 where the file's form is newer than this build knows; none where the file is missing.</param>
public sealed record LockReading(FineTuneLock? Lock, IReadOnlyList<Finding> Findings);
