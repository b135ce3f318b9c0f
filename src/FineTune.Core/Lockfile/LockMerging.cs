namespace FineTune.Core.Lockfile;

/// <summary>Two locks, united.</summary>
/// <param name="Lock">The lock.</param>
/// <param name="Notes">What was done beyond taking what is the same, one line each, not yet made safe to print.</param>
internal sealed record LockMerging(FineTuneLock Lock, IReadOnlyList<string> Notes);
