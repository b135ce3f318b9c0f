using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Jobs;

namespace FineTune.Providers.Releasing.Pruning;

/// <summary>Clears up at one provider: only what carries the project's mark, and never what a lock names, a job still needs or somebody else may want.</summary>
/// <param name="host">The provider.</param>
/// <param name="provider">Its name in the manifest.</param>
/// <param name="now">The time of day.</param>
internal sealed class Prune(ITrainingHost host, string provider, DateTimeOffset now)
{
    /// <summary>What no lock names: what is to go, or has gone, and what stays.</summary>
    /// <param name="projects">The project, and those that were merged into it.</param>
    /// <param name="named">What locks name.</param>
    /// <param name="options">What may go.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<IReadOnlyList<PruneItem>> RunAsync(IReadOnlyList<string> projects, NamedIds named, PruneOptions options, CancellationToken cancellation)
    {
        var files = await host.ListFilesAsync(JobMark.FilePrefix, cancellation).ConfigureAwait(false);
        var jobs = await JobsAsync(projects, cancellation).ConfigureAwait(false);
        var items = Files(projects, files, jobs, named, options).ToList();
        if (options.Models)
        {
            items.AddRange(await ModelsAsync(jobs, named, new PruneClaims(host, projects, files), options, cancellation).ConfigureAwait(false));
        }
        if (options.Delete)
        {
            await DeleteAsync(items.Where(item => item.Keeping is null), cancellation).ConfigureAwait(false);
        }
        return options.Delete ? [.. items.Select(item => item with { Deleted = item.Keeping is null })] : items;
    }

    private async Task<List<TrainingJob>> JobsAsync(IReadOnlyList<string> projects, CancellationToken cancellation)
    {
        var jobs = new List<TrainingJob>();
        foreach (var project in projects)
        {
            jobs.AddRange(await host.FindJobsAsync(new JobMark(project, null, JobNames.FilePrefix(project)), cancellation).ConfigureAwait(false));
        }
        return jobs;
    }

    // While a job is open, validation files stay too: a job does not always say which it reads.
    private IEnumerable<PruneItem> Files(
        IReadOnlyList<string> projects, IReadOnlyList<HostedFile> files, List<TrainingJob> jobs, NamedIds named, PruneOptions options) =>
        jobs.Exists(job => !job.HasEnded) ? [] : files
            .Where(file => !named.Has(file.Id) && projects.Any(project => file.Name.StartsWith(JobNames.FilePrefix(project), StringComparison.Ordinal)))
            .Select(file => new PruneItem(provider, "file", file.Id, file.Name, file.Bytes, IsYoung(file.CreatedAt, options) ? PruneKeeping.Young : null, Deleted: false));

    private async Task<List<PruneItem>> ModelsAsync(
        List<TrainingJob> jobs, NamedIds named, PruneClaims claims, PruneOptions options, CancellationToken cancellation)
    {
        var items = new List<PruneItem>();
        foreach (var job in jobs.Where(job => job.Model is { } model && !named.Has(model) && !named.Has(job.Id)))
        {
            // A job goes on naming a model that was deleted.
            if (host.ListsModels && await host.FindModelAsync(job.Model!, cancellation).ConfigureAwait(false) is null)
            {
                continue;
            }
            PruneKeeping? keeping = IsYoung(job.FinishedAt ?? job.CreatedAt, options) ? PruneKeeping.Young
                : await claims.MayWantAsync(job, cancellation).ConfigureAwait(false) ? PruneKeeping.Shared
                : null;
            items.Add(new PruneItem(provider, "model", job.Model!, job.Id, null, keeping, Deleted: false));
        }
        return items;
    }

    private bool IsYoung(DateTimeOffset? made, PruneOptions options) =>
        options.OlderThan > TimeSpan.Zero && (made is not { } time || now - time < options.OlderThan);

    private async Task DeleteAsync(IEnumerable<PruneItem> items, CancellationToken cancellation)
    {
        foreach (var item in items)
        {
            await (item.Kind == "file" ? host.DeleteFileAsync(item.Id, cancellation) : host.DeleteModelAsync(item.Id, cancellation)).ConfigureAwait(false);
        }
    }
}
