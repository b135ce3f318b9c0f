using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>A job that the lock knows.</summary>
/// <param name="Model">The model's name in the manifest.</param>
/// <param name="Mark">How the job is found again.</param>
/// <param name="Attempt">The lock's entry.</param>
internal sealed record StartedJob(string Model, JobMark Mark, Attempt Attempt)
{
    /// <summary>The job as the host answered when it was created or found; null for one that the lock had.</summary>
    public TrainingJob? Answer { get; init; }

    /// <summary>Whether it was created by this run, from the files that the attempt names.</summary>
    public bool IsCreated { get; init; }

    /// <summary>The host's job ID.</summary>
    public string JobId => Attempt.JobId!;
}
