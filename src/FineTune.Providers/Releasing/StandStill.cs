using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing;

/// <summary>Notices a job that is paused, or in a status that is not known, for longer than it is worth waiting.</summary>
internal sealed class StandStill(TimeProvider time, TimeSpan patience)
{
    private long? _since;
    private string? _status;

    /// <summary>Whether it has stood still for too long.</summary>
    public bool IsTooLong(TrainingJob job)
    {
        if (job.State is not (JobState.Paused or JobState.Unknown))
        {
            _since = null;
            return false;
        }
        if (_since is null || _status != job.Status)
        {
            (_since, _status) = (time.GetTimestamp(), job.Status);
        }
        return time.GetElapsedTime(_since.Value) >= patience;
    }
}
