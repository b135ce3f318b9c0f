using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing;

/// <summary>Clears up at one provider: only what carries the project's mark, and never what a lock names or a job still needs.</summary>
internal sealed class Prune(ITrainingHost host, string provider)
{
    /// <summary>What is to go, or has gone.</summary>
    public async Task<IReadOnlyList<PruneItem>> RunAsync(string project, NamedIds named, bool delete, CancellationToken cancellation)
    {
        var prefix = Run.FilePrefix(project);
        var jobs = await host.FindJobsAsync(new JobMark(project, null, prefix), cancellation).ConfigureAwait(false);
        var needed = jobs.Where(job => !job.HasEnded).Select(job => job.TrainingFile).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var open = needed.Count > 0;
        var items = new List<PruneItem>();
        foreach (var file in await host.ListFilesAsync(prefix, cancellation).ConfigureAwait(false))
        {
            // While a job is open, validation files stay too: a job does not always say which it reads.
            if (!named.Has(file.Id) && !needed.Contains(file.Id) && !open)
            {
                items.Add(new PruneItem(provider, "file", file.Id, file.Name, file.Bytes, delete));
            }
        }
        foreach (var job in jobs.Where(job => job.Model is { } model && !named.Has(model) && !named.Has(job.Id)))
        {
            // A job goes on naming a model that was deleted.
            if (!host.ListsModels || await host.FindModelAsync(job.Model!, cancellation).ConfigureAwait(false) is not null)
            {
                items.Add(new PruneItem(provider, "model", job.Model!, job.Id, null, delete));
            }
        }
        if (delete)
        {
            await DeleteAsync(items, cancellation).ConfigureAwait(false);
        }
        return items;
    }

    private async Task DeleteAsync(IReadOnlyList<PruneItem> items, CancellationToken cancellation)
    {
        foreach (var item in items)
        {
            await (item.Kind == "file" ? host.DeleteFileAsync(item.Id, cancellation) : host.DeleteModelAsync(item.Id, cancellation)).ConfigureAwait(false);
        }
    }
}
