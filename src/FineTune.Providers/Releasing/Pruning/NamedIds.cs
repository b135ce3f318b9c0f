using FineTune.Core.Lockfile;

namespace FineTune.Providers.Releasing.Pruning;

/// <summary>Every file, job and model that some lock names.</summary>
internal sealed class NamedIds(IReadOnlyList<FineTuneLock> locks)
{
    private readonly HashSet<string> ids = locks
        .SelectMany(content => content.Models.Values)
        .SelectMany(entry => entry.Versions.SelectMany(Of).Concat(entry.Attempts.Where(attempt => attempt.IsPending).SelectMany(Of)))
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether one of them is it.</summary>
    public bool Has(string id) => ids.Contains(id);

    private static IEnumerable<string?> Of(LockedVersion version) =>
        [.. Common(version), version.Model, version.Deployment, .. version.Checkpoints.Select(checkpoint => checkpoint.Model)];

    private static IEnumerable<string?> Of(Attempt attempt) => Common(attempt);

    private static IEnumerable<string?> Common(LockedTraining training) => [training.JobId, training.Training.FileId, training.Validation?.FileId];
}
