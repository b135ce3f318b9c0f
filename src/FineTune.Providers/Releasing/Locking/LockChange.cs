using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Locking;

/// <summary>The changes that a release makes to a lock; each can be made twice without harm.</summary>
internal static class LockChange
{
    private const int MostEndedAttempts = 20;

    /// <summary>The entry of a model; an empty one where the lock has none, or there is none yet.</summary>
    public static LockedModel Entry(this FineTuneLock? content, string model) => content is null ? new LockedModel() : LockEdit.Find(content, model);

    /// <summary>The attempt that has not ended; null for none.</summary>
    public static Attempt? Pending(this LockedModel entry) => entry.Attempts.FirstOrDefault(attempt => attempt.IsPending);

    /// <summary>Whether a job is known as ended.</summary>
    public static bool Knows(this LockedModel entry, string jobId) =>
        entry.Versions.Any(version => version.JobId == jobId) || entry.Attempts.Any(attempt => !attempt.IsPending && attempt.JobId == jobId);

    /// <summary>The attempt with its job, and the base model as the host names it.</summary>
    public static Attempt Of(this Attempt attempt, TrainingJob job) => attempt with
    {
        JobId = job.Id,
        CreatedAt = job.CreatedAt ?? attempt.CreatedAt,
        TrainedBaseModel = job.Echo.BaseModel is { } said && said != attempt.BaseModel && HostId.IsPlain(said) ? said : null,
    };

    /// <summary>The lock with an attempt in the place of the pending one.</summary>
    public static FineTuneLock With(this FineTuneLock content, string model, Attempt attempt)
    {
        var entry = content.Entry(model);
        if (attempt is { IsPending: true, JobId: { } job } && entry.Knows(job))
        {
            return content; // another run has brought it to its end meanwhile
        }
        var others = entry.Attempts
            .Where(other => !other.IsPending && (other.JobId is not null || other.Digest != attempt.Digest) && (other.JobId is null || other.JobId != attempt.JobId))
            .Take(MostEndedAttempts - 1);
        return LockEdit.Change(content, model, _ => entry with { Attempts = [attempt, .. others] });
    }

    /// <summary>The lock without the pending attempt.</summary>
    public static FineTuneLock WithoutPending(this FineTuneLock content, string model) =>
        LockEdit.Change(content, model, entry => entry with { Attempts = entry.Attempts.Where(attempt => !attempt.IsPending).ToList() });
}
