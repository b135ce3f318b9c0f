using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>Notices a job that is paused, or in a status that is not known, for longer than it is worth waiting.</summary>
internal sealed class StandStill(TimeProvider time, TimeSpan patience)
{
    private long? since;
    private string? status;

    /// <summary>Whether it has stood still for too long.</summary>
    public bool IsTooLong(TrainingJob job)
    {
        if (job.State is not (JobState.Paused or JobState.Unknown))
        {
            since = null;
            return false;
        }
        if (since is null || status != job.Status)
        {
            (since, status) = (time.GetTimestamp(), job.Status);
        }
        return time.GetElapsedTime(since.Value) >= patience;
    }
}
