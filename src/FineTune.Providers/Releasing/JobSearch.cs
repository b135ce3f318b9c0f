using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing;

/// <summary>Finds the job of a run at the provider, and leaves only one of several alive.</summary>
internal sealed class JobSearch(ITrainingHost host, IReleaseProgress progress, Clock clock)
{
    private static readonly TimeSpan[] s_pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)];

    /// <summary>
    /// The job of the run: of several the one that was created first, then the one with the smaller ID. Every run comes to the same one,
    /// whichever it made itself, and ends the others. Without a live one the newest ended one that the lock does not know.
    /// </summary>
    public async Task<TrainingJob?> FindAsync(string model, JobMark mark, LockedModel entry, CancellationToken cancellation)
    {
        var jobs = (await host.FindJobsAsync(mark, cancellation).ConfigureAwait(false))
            .Where(job => !entry.Knows(job.Id))
            .DistinctBy(job => job.Id)
            .OrderBy(job => job.CreatedAt ?? DateTimeOffset.MaxValue)
            .ThenBy(job => job.Id, StringComparer.Ordinal)
            .ToList();
        var live = jobs.Where(job => job.IsLive).ToList();
        while (live.Count > 0 && await IsDeletedAsync(live[0], cancellation).ConfigureAwait(false))
        {
            progress.Say(model, $"the job {live[0].Id} trained this digest, but its model is deleted; it does not count");
            live.RemoveAt(0);
        }
        if (live.Count > 1)
        {
            await EndOthersAsync(model, live[0], live.Skip(1), cancellation).ConfigureAwait(false);
        }
        return live.FirstOrDefault() ?? jobs.LastOrDefault(job => !job.IsLive && mark.IsOwn(job));
    }

    /// <summary>Looks several times, with growing pauses: a job whose creation was not answered may take a moment to be listed.</summary>
    public async Task<TrainingJob?> FindPatientlyAsync(string model, JobMark mark, LockedModel entry, CancellationToken cancellation)
    {
        foreach (var pause in s_pauses)
        {
            if (await FindAsync(model, mark, entry, cancellation).ConfigureAwait(false) is { } job)
            {
                return job;
            }
            await clock.Pause(pause, cancellation).ConfigureAwait(false);
        }
        return await FindAsync(model, mark, entry, cancellation).ConfigureAwait(false);
    }

    private async Task<bool> IsDeletedAsync(TrainingJob job, CancellationToken cancellation) =>
        host.ListsModels && job is { State: JobState.Succeeded, Model: { } model }
        && await host.FindModelAsync(model, cancellation).ConfigureAwait(false) is null;

    private async Task EndOthersAsync(string model, TrainingJob first, IEnumerable<TrainingJob> others, CancellationToken cancellation)
    {
        foreach (var other in others)
        {
            if (other.State == JobState.Succeeded)
            {
                progress.Warn(model, $"{ReleaseRules.SeveralJobs.Code}: the jobs {first.Id} and {other.Id} both trained this digest; {first.Id}, created first, counts");
                continue;
            }
            progress.Warn(model, $"{ReleaseRules.SeveralJobs.Code}: the job {other.Id} is a second one of the digest that {first.Id} trains; it is cancelled ({SafeText.Clean(other.Status)})");
            await host.CancelJobAsync(other.Id, cancellation).ConfigureAwait(false);
        }
    }
}
