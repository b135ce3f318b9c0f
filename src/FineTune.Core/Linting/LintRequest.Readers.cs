using FineTune.Core.Catalog;

namespace FineTune.Core.Linting;

/// <summary>What each reader asks for, side by side; files, host and the like are its own to add.</summary>
public sealed partial record LintRequest
{
    /// <summary>A build: data that is not here is its affair, and nothing is read twice.</summary>
    /// <param name="manifest">Absolute path of the manifest.</param>
    /// <param name="lifecycleAsErrors">Whether the project says so.</param>
    /// <param name="today">The day.</param>
    internal static LintRequest ForBuild(string manifest, bool lifecycleAsErrors, DateOnly today) =>
        new() { ManifestPath = manifest, MayBeCached = true, DataMayBeMissing = true, LifecycleAsErrors = lifecycleAsErrors, Today = today };

    /// <summary><c>finetune lint</c>, and what <c>finetune fix</c> leaves.</summary>
    /// <param name="manifest">Absolute path of the manifest; null for files alone.</param>
    /// <param name="today">The day.</param>
    internal static LintRequest ForLint(string? manifest, DateOnly today) =>
        new() { ManifestPath = manifest, Today = today };

    /// <summary><c>finetune plan</c>: what a release would be told, as far as no file looks changed.</summary>
    /// <param name="manifest">Absolute path of the manifest.</param>
    /// <param name="today">The day.</param>
    internal static LintRequest ForPlan(string manifest, DateOnly today) =>
        ForRelease(manifest, today) with { MayBeCached = true };

    /// <summary><c>finetune release</c>: every byte is read, since money rests on it.</summary>
    /// <param name="manifest">Absolute path of the manifest.</param>
    /// <param name="today">The day.</param>
    internal static LintRequest ForRelease(string manifest, DateOnly today) =>
        ForVerify(manifest, today) with { WithTokens = true, WithContract = true };

    /// <summary><c>finetune verify</c>: a tag rests on it, but nothing is paid.</summary>
    /// <param name="manifest">Absolute path of the manifest.</param>
    /// <param name="today">The day.</param>
    internal static LintRequest ForVerify(string manifest, DateOnly today) =>
        new() { ManifestPath = manifest, LifecycleAsErrors = true, WithDigests = true, Today = today };

    /// <summary><c>finetune stats</c>.</summary>
    /// <param name="manifest">Absolute path of the manifest; null for files alone.</param>
    /// <param name="today">The day.</param>
    internal static LintRequest ForStats(string? manifest, DateOnly today) =>
        new() { ManifestPath = manifest, WithTokens = true, WithCensus = true, Today = today };

    /// <summary><c>finetune diff</c>, of the data as it is and as it was: not all of it need be here.</summary>
    /// <param name="manifest">Absolute path of the manifest.</param>
    /// <param name="today">The day.</param>
    internal static LintRequest ForDiff(string manifest, DateOnly today) =>
        ForStats(manifest, today) with { DataMayBeMissing = true, WithContract = true };

    /// <summary>What a host does with a file that a job names.</summary>
    /// <param name="path">Absolute path of the file.</param>
    /// <param name="profile">The host's profile.</param>
    /// <param name="method">The job's method.</param>
    /// <param name="model">The job's base model; null where it is not known.</param>
    /// <param name="today">The day.</param>
    internal static LintRequest ForUpload(string path, string profile, TuningMethod method, string? model, DateOnly today) =>
        new() { Paths = [path], Profile = profile, Method = method, BaseModel = model, WithTokens = true, Today = today };
}
