using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing;

/// <summary>
/// Two clones without a shared lock may both create a job. Both look again afterwards and come to the same one; the lock then names
/// that one. A look right after creating may be too early, so the waiting run looks a second time, and when its job was cancelled.
/// </summary>
internal sealed class JobRivals(ITrainingHost host, LockSession session, IReleaseProgress progress, Clock clock)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly JobSearch _search = new(host, progress, clock);

    /// <summary>Whether a look at this moment of the wait is due.</summary>
    public static bool IsDue(TrainingJob job, int looks) => looks is 0 or 2 || job.State == JobState.Cancelled;

    /// <summary>The job that counts; the lock names it.</summary>
    public async Task<StartedJob> SettleAsync(StartedJob started, CancellationToken cancellation)
    {
        var entry = session.Read().Entry(started.Model);
        var counts = await _search.FindAsync(started.Model, started.Mark, entry, cancellation).ConfigureAwait(false);
        if (counts is not { IsLive: true } || counts.Id == started.JobId)
        {
            return started;
        }
        progress.Say(started.Model, $"the job {counts.Id} of another run was created first; it counts, {started.JobId} does not");
        var attempt = started.Attempt with { State = AttemptState.Running, JobId = counts.Id, CreatedAt = counts.CreatedAt };
        await session.ChangeAsync(s_patience, content => content.With(started.Model, attempt)).ConfigureAwait(false);
        return started with { Attempt = attempt, Adopted = true };
    }

    /// <summary>The same, where a host that does not answer must not undo what is done: the next run looks again.</summary>
    public async Task<StartedJob> TrySettleAsync(StartedJob started, CancellationToken cancellation)
    {
        try
        {
            return await SettleAsync(started, cancellation).ConfigureAwait(false);
        }
        catch (ReleaseError error)
        {
            progress.Warn(started.Model, $"{error.Message}; whether another run created the same job is looked at next time");
            return started;
        }
    }
}
