using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>Finds the job of a run at the provider; of several it lets one live and cancels the others.</summary>
internal sealed class JobSearch(ITrainingHost host, IReleaseProgress progress, Clock clock)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)];
    private readonly JobProof proof = new(host);
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    /// <summary>
    /// The job of the run: of several the one that was created first, then the one with the smaller ID. Every run comes to the same one,
    /// whichever it made itself, and cancels the others. Without a live one the newest ended one that the lock does not know.
    /// </summary>
    /// <exception cref="ReleaseError">FT8019: nothing but a job that carries the digest and trains something else.</exception>
    public async Task<TrainingJob?> SettleOnOneAsync(SoughtJob sought, CancellationToken cancellation)
    {
        var (model, mark) = (sought.Model, sought.Mark);
        var jobs = (await host.FindJobsAsync(mark, cancellation).ConfigureAwait(false))
            .Where(job => !sought.Entry.Knows(job.Id))
            .DistinctBy(job => job.Id)
            .OrderBy(job => job.CreatedAt ?? DateTimeOffset.MaxValue)
            .ThenBy(job => job.Id, StringComparer.Ordinal)
            .ToList();
        var live = await LiveAsync(sought, jobs.Where(job => job.IsLive), cancellation).ConfigureAwait(false);
        if (live.Count > 1)
        {
            await EndOthersAsync(model, live[0], live.Skip(1), cancellation).ConfigureAwait(false);
        }
        return live.FirstOrDefault() ?? jobs.LastOrDefault(job => !job.IsLive && mark.IsOwn(job) && IsOurs(sought.Asked, job));
    }

    /// <summary>Looks several times, with growing pauses: a job whose creation was not answered may take a moment to be listed.</summary>
    public async Task<TrainingJob?> SettleOnOnePatientlyAsync(SoughtJob sought, CancellationToken cancellation)
    {
        foreach (var pause in Pauses)
        {
            if (await SettleOnOneAsync(sought, cancellation).ConfigureAwait(false) is { } job)
            {
                return job;
            }
            await clock.Pause(pause, cancellation).ConfigureAwait(false);
        }
        return await SettleOnOneAsync(sought, cancellation).ConfigureAwait(false);
    }

    // Those that train what was asked for and have not lost their model since.
    private async Task<List<TrainingJob>> LiveAsync(SoughtJob sought, IEnumerable<TrainingJob> jobs, CancellationToken cancellation)
    {
        var live = new List<TrainingJob>();
        var strangers = new List<(TrainingJob Job, string Difference)>();
        foreach (var job in jobs)
        {
            if (job.Id == sought.Asked.JobId)
            {
                live.Add(job);
            }
            else if (live.Count == 0 && await IsDeletedAsync(job, cancellation).ConfigureAwait(false))
            {
                Tell(job, $"the job {job.Id} trained this digest, but its model is deleted; it does not count", progress.Say);
            }
            else if (await proof.AgainstAsync(sought, job, cancellation).ConfigureAwait(false) is { } difference)
            {
                strangers.Add((job, difference));
            }
            else
            {
                live.Add(job);
            }
        }
        foreach (var (job, difference) in strangers)
        {
            var words = $"the job {job.Id} at {host.Features.Title} ({job.Status}) carries the digest of {sought.Model} and has {difference}";
            if (live.Count == 0 && sought.Asked.JobId is null)
            {
                throw new ReleaseError(ReleaseRules.NotOurs, $"{words}; it is not taken over, and nothing was created: cancel it or delete its model there, and ask who made it", ExitCode.Gate);
            }
            Tell(job, $"{ReleaseRules.NotOurs.Code}: {words}; it does not count and is left alone", progress.Warn);
        }
        return live;

        void Tell(TrainingJob job, string line, Action<string, string> tell)
        {
            if (told.Add(job.Id))
            {
                tell(sought.Model, line);
            }
        }
    }

    // One that has ended is worth no look at its data.
    private bool IsOurs(LockedTraining asked, TrainingJob job) =>
        (job.TrainingFile is null || job.TrainingFile == asked.Training.FileId) && SaidDifference.Of(asked, job, host) is null;

    private async Task<bool> IsDeletedAsync(TrainingJob job, CancellationToken cancellation) =>
        host.ListsModels && job is { State: JobState.Succeeded, Model: { } model }
        && await host.FindModelAsync(model, cancellation).ConfigureAwait(false) is null;

    private async Task EndOthersAsync(string model, TrainingJob first, IEnumerable<TrainingJob> others, CancellationToken cancellation)
    {
        foreach (var other in others)
        {
            var now = other.HasEnded ? other : await host.CancelJobAsync(other.Id, cancellation).ConfigureAwait(false);
            var words = now.State == JobState.Succeeded
                ? $"the jobs {first.Id} and {other.Id} both trained this digest; {first.Id}, created first, counts"
                : $"the job {other.Id} is a second one of the digest that {first.Id} trains; it is cancelled ({SafeText.Clean(other.Status)})";
            if (told.Add(other.Id + now.State))
            {
                progress.Warn(model, $"{ReleaseRules.SeveralJobs.Code}: {words}");
            }
        }
    }
}
