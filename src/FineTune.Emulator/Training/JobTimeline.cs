using FineTune.Emulator.State;

namespace FineTune.Emulator.Training;

/// <summary>Where a job is at a time. It depends on the stored job and the time alone, so a job goes on while no emulator runs. Times are milliseconds of the Unix epoch.</summary>
internal sealed class JobTimeline
{
    private const double ValidatingSeconds = 0.6;
    private const double QueuedSeconds = 0.6;
    private const double ShortestRunSeconds = 2.5;
    private const double LongestRunSeconds = 12;
    private const double StepSeconds = 0.02;

    private readonly StoredJob job;
    private readonly long validatedAfter;
    private readonly long startedAfter;
    private readonly long finishedAfter;

    public JobTimeline(StoredJob job)
    {
        this.job = job;
        Hyperparameters = Hyperparameters.Of(job, job.Check?.Examples ?? 0);
        Steps = Hyperparameters.Steps(job.Check?.Examples ?? 0);
        validatedAfter = Math.Max(Scale(ValidatingSeconds), (job.Check?.At ?? job.CreatedAt) - job.CreatedAt);
        startedAfter = validatedAfter + Scale(QueuedSeconds);
        finishedAfter = startedAfter + Scale(Math.Clamp(ShortestRunSeconds + Steps * StepSeconds, ShortestRunSeconds, LongestRunSeconds));
    }

    public Hyperparameters Hyperparameters { get; }

    /// <summary>Steps of the whole training.</summary>
    public int Steps { get; }

    public long ValidatedAt => At(validatedAfter);

    public long StartedAt => At(startedAfter);

    /// <summary>When the training is over if nothing stops it.</summary>
    public long FinishedAt => At(finishedAfter);

    /// <summary>How long a job waits in the queue after it was resumed.</summary>
    public static long RequeueTime(StoredJob job) => (long)(QueuedSeconds * 1000 / job.Speed);

    /// <summary>When a step is done, from 1.</summary>
    public long StepAt(int step) => At(startedAfter + (finishedAfter - startedAfter) * step / Steps);

    public string StatusAt(long now)
    {
        if (job.CancelledAt is not null)
        {
            return JobStatus.Cancelled;
        }
        if (job.Check is not { } check || now < ValidatedAt)
        {
            return JobStatus.Validating;
        }
        if (check.ErrorCode is not null)
        {
            return JobStatus.Failed;
        }
        if (job.Pauses.FirstOrDefault(pause => now >= pause.From && !(now >= pause.Until)) is { } stop)
        {
            return now >= stop.ResumedAt ? JobStatus.Queued : JobStatus.Paused;
        }
        return now < StartedAt ? JobStatus.Queued : now < FinishedAt ? JobStatus.Running : JobStatus.Succeeded;
    }

    /// <summary>When the job ended; null while it has not.</summary>
    public long? EndedAt(long now) => StatusAt(now) switch
    {
        JobStatus.Cancelled => job.CancelledAt,
        JobStatus.Failed => ValidatedAt,
        JobStatus.Succeeded => FinishedAt,
        _ => null,
    };

    private long Scale(double seconds) => (long)(seconds * 1000 / job.Speed);

    // The time at which the job has moved for so long, pauses left out; never, while it is paused before that.
    private long At(long moved)
    {
        var at = job.CreatedAt + moved;
        foreach (var pause in job.Pauses)
        {
            if (pause.From >= at)
            {
                break;
            }
            if (pause.Until is not { } until)
            {
                return long.MaxValue;
            }
            at += until - pause.From;
        }
        return at;
    }
}
