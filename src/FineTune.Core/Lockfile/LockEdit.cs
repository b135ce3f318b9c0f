namespace FineTune.Core.Lockfile;

/// <summary>The changes that a lock goes through. Each makes a new lock and leaves the old one alone.</summary>
internal static class LockEdit
{
    /// <summary>A lock without models.</summary>
    public static FineTuneLock New(string project) => new() { Project = project, Models = new SortedDictionary<string, LockedModel>(StringComparer.Ordinal) };

    /// <summary>The model's entry; an empty one where the lock has none.</summary>
    public static LockedModel Find(FineTuneLock locked, string model) => locked.Models.GetValueOrDefault(model) ?? new LockedModel();

    /// <summary>
    /// Makes an attempt that succeeded the model's next version, and the current one unless another is pinned.
    /// A job that is a version already stays the version that it is: doing it twice changes nothing.
    /// </summary>
    public static FineTuneLock Promote(FineTuneLock locked, string model, Attempt attempt, TrainingOutcome outcome) =>
        Change(locked, model, entry =>
        {
            var rest = Without(entry, attempt);
            if (attempt.JobId is { } job && entry.Versions.Any(version => version.JobId == job))
            {
                return rest;
            }
            var number = entry.Versions.Select(version => version.Number).DefaultIfEmpty(0).Max() + 1;
            return rest with
            {
                Versions = [Version(number, attempt, outcome), .. entry.Versions],
                Current = entry.Pinned is null ? number : entry.Current,
            };
        });

    /// <summary>Makes an earlier version, or a checkpoint, current until <see cref="Unpin"/>; null where the model has no such one.</summary>
    public static FineTuneLock? Pin(FineTuneLock locked, string model, Pin pin)
    {
        var version = Find(locked, model).Versions.FirstOrDefault(candidate => candidate.Number == pin.Version);
        return version is null || (pin.Step is { } step && version.At(step) is null)
            ? null
            : Change(locked, model, entry => entry with { Current = pin.Version, Pinned = pin });
    }

    /// <summary>Notes the name of the deployment that serves a version.</summary>
    public static FineTuneLock Deploy(FineTuneLock locked, string model, int version, string deployment) => Change(locked, model, entry => entry with
    {
        Versions = [.. entry.Versions.Select(candidate => candidate.Number == version ? candidate with { Deployment = deployment } : candidate)],
    });

    /// <summary>Makes the newest version current again.</summary>
    public static FineTuneLock Unpin(FineTuneLock locked, string model) => locked.Models.ContainsKey(model)
        ? Change(locked, model, entry => entry with { Current = entry.Versions.Count == 0 ? null : entry.Versions.Max(version => version.Number), Pinned = null })
        : locked;

    private static LockedVersion Version(int number, Attempt attempt, TrainingOutcome outcome) => new(attempt, number, outcome.Model)
    {
        Deployment = outcome.Deployment,
        Checkpoints = [.. outcome.Checkpoints.OrderBy(checkpoint => checkpoint.Step)],
        TrainedTokens = outcome.TrainedTokens,
        CostUsd = outcome.CostUsd,
        FinishedAt = outcome.FinishedAt,
    };

    private static LockedModel Without(LockedModel entry, Attempt attempt)
    {
        var at = IndexOf(entry, attempt);
        return at < 0 ? entry : entry with { Attempts = [.. entry.Attempts.Take(at), .. entry.Attempts.Skip(at + 1)] };
    }

    private static int IndexOf(LockedModel entry, Attempt attempt)
    {
        var attempts = entry.Attempts.ToList();
        var at = attempts.FindIndex(candidate => ReferenceEquals(candidate, attempt));
        if (at < 0 && attempt.JobId is { } job)
        {
            at = attempts.FindIndex(candidate => candidate.JobId == job);
        }
        return at >= 0 ? at : attempts.FindIndex(candidate => candidate is { JobId: null, IsPending: true } && candidate.Digest == attempt.Digest);
    }

    /// <summary>Changes the entry of a model.</summary>
    public static FineTuneLock Change(FineTuneLock locked, string model, Func<LockedModel, LockedModel> change)
    {
        var models = new SortedDictionary<string, LockedModel>(StringComparer.Ordinal);
        foreach (var (name, entry) in locked.Models)
        {
            models[name] = entry;
        }
        models[model] = change(Find(locked, model));
        return locked with { Models = models };
    }
}
