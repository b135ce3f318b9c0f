using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>Waits for a job: 1 s at first (a quarter on this machine, 10 ms at the emulator), 30 s at last, for no longer than asked, and for no status that stands still.</summary>
internal sealed class JobWatch(ITrainingHost host, IReleaseProgress progress, Clock clock)
{
    private const int MostFailuresInARow = 5;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstNear = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan FirstEmulated = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The job when it has ended, or as it is when the time to wait is over.</summary>
    /// <param name="job">The job to wait for.</param>
    /// <param name="options">How long to wait.</param>
    /// <param name="onLook">Called at every look; may name another job to wait for.</param>
    /// <param name="cancellation">Ends the wait, not the job.</param>
    public async Task<TrainingJob> WaitAsync(
        StartedJob job, ReleaseOptions options, Func<TrainingJob, Task<string>> onLook, CancellationToken cancellation)
    {
        var start = clock.Time.GetTimestamp();
        var pace = new StepPace(clock.Time);
        var still = new StandStill(clock.Time, options.Patience);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (jobId, pause, failures) = (job.JobId, FirstPause(host.Features), 0);
        while (true)
        {
            try
            {
                var now = await host.GetJobAsync(jobId, cancellation).ConfigureAwait(false);
                await TellAsync(job.Model, now, seen, pace, cancellation).ConfigureAwait(false);
                var counts = await onLook(now).ConfigureAwait(false);
                failures = 0;
                if (counts != jobId)
                {
                    (jobId, pace) = (counts, new StepPace(clock.Time));
                    continue;
                }
                if (now.HasEnded || IsOver(start, options.Timeout) || still.IsTooLong(now))
                {
                    return now;
                }
            }
            catch (ReleaseError error) when (error.Passing && ++failures < MostFailuresInARow && !IsOver(start, options.Timeout))
            {
                progress.Warn(job.Model, $"{error.Message}; the job goes on, asking again");
            }
            await clock.Pause(Next(ref pause, start, options.Timeout), cancellation).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(string model, TrainingJob now, HashSet<string> seen, StepPace pace, CancellationToken cancellation)
    {
        var events = await EventsAsync(now.Id, seen, cancellation).ConfigureAwait(false);
        foreach (var one in events)
        {
            seen.Add(one.Id);
            pace.Add(one);
            if (one.Step is null)
            {
                progress.Say(model, one.Message);
            }
        }
        progress.Show(new JobProgress(model, now.Status, pace.Step, pace.TotalSteps, pace.Loss, now.EstimatedFinish ?? pace.EstimatedEnd));
    }

    // Events are for people: a host that has none at the moment must not end the wait.
    private async Task<IReadOnlyList<JobEvent>> EventsAsync(string jobId, HashSet<string> seen, CancellationToken cancellation)
    {
        try
        {
            return await host.GetEventsAsync(jobId, seen, cancellation).ConfigureAwait(false);
        }
        catch (ReleaseError)
        {
            return [];
        }
    }

    private static TimeSpan FirstPause(HostFeatures features) => features.IsEmulator ? FirstEmulated : features.IsNear ? FirstNear : First;

    private bool IsOver(long start, TimeSpan? timeout) => timeout is { } most && clock.Time.GetElapsedTime(start) >= most;

    private TimeSpan Next(ref TimeSpan pause, long start, TimeSpan? timeout)
    {
        var next = pause * (0.75 + (0.5 * clock.Jitter()));
        pause = pause * 1.5 < Longest ? pause * 1.5 : Longest;
        var left = timeout is { } most ? most - clock.Time.GetElapsedTime(start) : next;
        return left < next ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : next;
    }
}
