namespace FineTune.Providers.Releasing.Orders;

/// <summary>What a release tells while it works; may be called from several threads.</summary>
internal interface IReleaseProgress
{
    /// <summary>A line worth keeping in a log; safe to print.</summary>
    public void Say(string model, string line);

    /// <summary>Something that a person should know, though the release goes on; safe to print.</summary>
    public void Warn(string model, string line);

    /// <summary>How the job is now.</summary>
    public void Show(JobProgress progress);
}
