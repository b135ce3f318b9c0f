namespace FineTune.Core.Findings.Rules;

/// <summary>What can be wrong with a lock.</summary>
internal static class LockRules
{
    /// <summary>FT7001: a model was never released.</summary>
    public static Rule Missing { get; } = new("FT7001", "lock-missing", Severity.Info, "A model was never released") { OfTheLock = true };

    /// <summary>FT7002: data or settings changed since the release.</summary>
    public static Rule Stale { get; } = new("FT7002", "lock-stale", Severity.Warning, "Data or settings changed since the release") { OfTheLock = true };

    /// <summary>FT7003: an attempt has not ended.</summary>
    public static Rule Pending { get; } = new("FT7003", "lock-pending", Severity.Warning, "A training has not ended") { OfTheLock = true };

    /// <summary>FT7004: the lock cannot be relied on.</summary>
    public static Rule Invalid { get; } = new("FT7004", "lock-invalid", Severity.Error, "The lock is not one that the tool wrote") { OfTheLock = true };

    /// <summary>FT7007: an emulated model where a real provider is declared.</summary>
    public static Rule FromEmulator { get; } = new("FT7007", "lock-from-emulator", Severity.Warning, "An emulated model where a real provider is declared") { OfTheLock = true };

    /// <summary>FT9004: the lock was written by a newer build.</summary>
    public static Rule TooNew { get; } = new("FT9004", "lock-too-new", Severity.Error, "The lock's form is newer than this build knows");

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } = [Missing, Stale, Pending, Invalid, FromEmulator, TooNew];
}
