using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Jobs;

namespace FineTune.Providers.Releasing.Pruning;

/// <summary>Which runs other projects have at a provider too: by the files that they sent for them, and by their jobs.</summary>
internal sealed class PruneClaims(ITrainingHost host, IReadOnlyList<string> projects, IReadOnlyList<HostedFile> files)
{
    private readonly List<string> others = files.Select(file => file.Name).Where(name => !projects.Any(project => name.StartsWith(JobNames.FilePrefix(project), StringComparison.Ordinal))).ToList();

    /// <summary>Whether another project's lock may name the model of a job of ours.</summary>
    public async Task<bool> MayWantAsync(TrainingJob job, CancellationToken cancellation)
    {
        if (Tail(job) is not { } tail || others.Exists(name => name.EndsWith(tail, StringComparison.Ordinal)))
        {
            return true;
        }
        if (job.Metadata.GetValueOrDefault(JobMark.RunKey) is not { } run)
        {
            return false;
        }
        var mark = new JobMark(projects[0], run, JobMark.FilePrefix) { Merged = projects };
        return (await host.FindJobsAsync(mark, cancellation).ConfigureAwait(false)).Any(one => !mark.IsOwn(one));
    }

    // How the name of a file ends that was sent for the job's run; null where that is not known.
    private string? Tail(TrainingJob job)
    {
        if (job.Metadata.GetValueOrDefault(JobMark.RunKey) is { Length: >= 64 } run)
        {
            return JobNames.Tail(run) + ".jsonl";
        }
        var name = files.FirstOrDefault(file => file.Id == job.TrainingFile)?.Name;
        return name?.IndexOf("-training-", StringComparison.Ordinal) is > 0 and var at ? name[at..] : null;
    }
}
