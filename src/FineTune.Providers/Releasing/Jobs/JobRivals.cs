using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>
/// Two clones without a shared lock may both create a job, a gateway may repeat the create call, and one that seemed lost may arrive late.
/// Every run that waits goes on looking for such rivals; all come to the same job, and the lock then names that one.
/// </summary>
internal sealed class JobRivals(ITrainingHost host, LockSession session, IReleaseProgress progress, Clock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly JobSearch search = new(host, progress, clock);
    private readonly long start = clock.Time.GetTimestamp();
    private TimeSpan? looked;
    private string? status;

    /// <summary>The job that counts, where a look is due: a quarter of the time since the start after the last one, when the status has changed, and when the job has ended.</summary>
    public async Task<StartedJob> LookAsync(StartedJob started, TrainingJob now, CancellationToken cancellation)
    {
        var elapsed = clock.Time.GetElapsedTime(start);
        var pause = TimeSpan.FromTicks(Math.Clamp(elapsed.Ticks / 4, Shortest.Ticks, Longest.Ticks));
        var isDue = this.looked is not { } looked || elapsed - looked >= pause || now.Status != (status ?? now.Status) || now.HasEnded;
        var counts = isDue ? await SettleAsync(started, cancellation).ConfigureAwait(false) : started;
        status = now.Status;
        return counts;
    }

    /// <summary>The job that counts; the lock names it.</summary>
    public async Task<StartedJob> SettleAsync(StartedJob started, CancellationToken cancellation)
    {
        var entry = session.Read().Entry(started.Model);
        var counts = await search.SettleOnOneAsync(new SoughtJob(started.Model, started.Mark, entry, started.Attempt), cancellation).ConfigureAwait(false);
        looked = clock.Time.GetElapsedTime(start);
        if (counts is not { IsLive: true } || counts.Id == started.JobId)
        {
            return started;
        }
        progress.Say(started.Model, $"the job {counts.Id} of another run was created first; it counts, {started.JobId} does not");
        var attempt = started.Attempt.Of(counts) with { State = AttemptState.Running };
        await session.ChangeAsync(Patience, content => content.With(started.Model, attempt)).ConfigureAwait(false);
        return started with { Attempt = attempt, Answer = null, IsCreated = false };
    }

    /// <summary>The same, where a host that does not answer must not undo what is done: it is looked again later.</summary>
    public async Task<StartedJob> TrySettleAsync(StartedJob started, CancellationToken cancellation)
    {
        try
        {
            return await SettleAsync(started, cancellation).ConfigureAwait(false);
        }
        catch (ReleaseError error)
        {
            progress.Warn(started.Model, $"{error.Message}; whether the same job was created twice is looked at again later");
            return started;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return started;
        }
    }
}
