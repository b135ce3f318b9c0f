using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Jobs;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Releasing.Pruning;

namespace FineTune.Providers.Releasing;

/// <summary>What can be done with models beside releasing them: look, bring in, cancel, try, clear up. Nothing here creates a job.</summary>
/// <param name="hosts">Opens the providers.</param>
/// <param name="manifest">The manifest.</param>
/// <param name="file">The lock.</param>
/// <param name="progress">Is told what happens.</param>
/// <param name="clock">Time.</param>
internal sealed class ModelOperations(IHosts hosts, FineTuneManifest manifest, ILockFile file, IReleaseProgress progress, Clock clock) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly LockSession session = new(file, new LockGate(file.Path, clock));
    private readonly ProviderLookup providers = new(hosts, manifest);

    /// <summary>Every model of the lock with its job at the provider; nothing is written.</summary>
    public async Task<IReadOnlyList<ModelStatus>> StatusAsync(CancellationToken cancellation)
    {
        var states = new List<ModelStatus>();
        foreach (var (model, entry) in Models())
        {
            var pending = entry.Pending();
            try
            {
                var job = pending?.JobId is { } id
                    ? await (await providers.OpenAsync(pending.Provider, cancellation).ConfigureAwait(false)).GetJobAsync(id, cancellation).ConfigureAwait(false)
                    : null;
                states.Add(new ModelStatus(model, entry.CurrentVersion, pending, job, null));
            }
            catch (ReleaseError error)
            {
                states.Add(new ModelStatus(model, entry.CurrentVersion, pending, null, error));
            }
        }
        return states;
    }

    /// <summary>Brings jobs that have ended into the lock, without waiting; one outcome for each pending attempt.</summary>
    public async Task<IReadOnlyList<ReleaseOutcome>> SyncAsync(CancellationToken cancellation)
    {
        var outcomes = new List<ReleaseOutcome>();
        foreach (var (model, entry) in Guarded(Models, outcomes))
        {
            if (entry.Pending() is { } pending)
            {
                outcomes.Add(await GuardAsync(() => SyncAsync(model, pending, cancellation)).ConfigureAwait(false));
            }
        }
        return outcomes;
    }

    /// <summary>Ends the pending attempt of a model, its job included, and says so in the lock.</summary>
    public Task<ReleaseOutcome> CancelAsync(string model, CancellationToken cancellation) => GuardAsync(async () =>
    {
        if (session.Read().Entry(model).Pending() is not { } pending)
        {
            return Outcome(ReleaseEnd.UpToDate, ExitCode.Fine, $"{model} has no training that could be cancelled");
        }
        var started = await TrySettleOnJobAsync(model, pending, cancellation).ConfigureAwait(false);
        var job = started is null ? null : await CancelJobAsync(started, cancellation).ConfigureAwait(false);
        if (job is { State: JobState.Succeeded or JobState.Failed })
        {
            return await FinishAsync(started!, job, cancellation).ConfigureAwait(false);
        }
        var attempt = (started?.Attempt ?? pending) with { State = AttemptState.Cancelled };
        await session.ChangeAsync(Patience, content => content.With(model, attempt)).ConfigureAwait(false);
        var what = job is null ? "there was no job yet" : job.HasEnded ? $"the job {job.Id} is cancelled" : $"the job {job.Id} is told to end ({job.Status})";
        return Outcome(ReleaseEnd.Cancelled, ExitCode.Fine, $"{model}: {what}");
    });

    /// <summary>One chat completion of the current version, and of its base model beside it.</summary>
    /// <exception cref="ReleaseError">There is no version, or the provider does not answer.</exception>
    public async Task<IReadOnlyList<ChatAnswer>> TryAsync(string model, string prompt, bool compare, CancellationToken cancellation)
    {
        var version = session.Read().Entry(model).CurrentVersion ?? throw new ReleaseError(
            LockRules.Missing, $"{SafeText.Quote(model)} has never been released: finetune release {SafeText.Clean(model)} trains it", ExitCode.Failed);
        var host = await providers.OpenAsync(version.Provider, cancellation).ConfigureAwait(false);
        var answers = new List<ChatAnswer> { await host.ChatAsync(version.Deployment ?? version.Model, prompt, cancellation).ConfigureAwait(false) };
        if (compare)
        {
            answers.Add(await host.ChatAsync(version.BaseModel, prompt, cancellation).ConfigureAwait(false));
        }
        return answers;
    }

    /// <summary>Files and models that carry the project's mark and that none of the locks names.</summary>
    /// <param name="known">The locks of every git ref; this one is added.</param>
    /// <param name="options">What may be cleared up.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>What was found, and why providers could not be asked.</returns>
    /// <exception cref="ReleaseError">There is no lock.</exception>
    public async Task<(IReadOnlyList<PruneItem> Items, IReadOnlyList<ReleaseError> Problems)> PruneAsync(
        IReadOnlyList<FineTuneLock> known, PruneOptions options, CancellationToken cancellation)
    {
        var content = file.Read() ?? throw new ReleaseError(LockRules.Missing, "there is no lock, so nothing is known to be ours", ExitCode.Usage);
        var named = new NamedIds([.. known, content]);
        string[] projects = [content.Project, .. content.MergedProjects];
        var items = new List<PruneItem>();
        var problems = new List<ReleaseError>();
        foreach (var provider in providers.Of(content))
        {
            try
            {
                var host = await providers.OpenAsync(provider, cancellation).ConfigureAwait(false);
                items.AddRange(await new Prune(host, provider.Name, clock.Time.GetUtcNow()).RunAsync(projects, named, options, cancellation).ConfigureAwait(false));
            }
            catch (ReleaseError error)
            {
                problems.Add(error);
            }
        }
        return (items, problems);
    }

    /// <summary>Asks the providers about every current version.</summary>
    public async Task<IReadOnlyList<OnlineCheck>> VerifyOnlineAsync(CancellationToken cancellation)
    {
        var checks = new List<OnlineCheck>();
        foreach (var (model, entry) in Models())
        {
            if (entry.CurrentVersion is not { } version)
            {
                continue;
            }
            try
            {
                var host = await providers.OpenAsync(version.Provider, cancellation).ConfigureAwait(false);
                var found = await host.FindVersionAsync(version, cancellation).ConfigureAwait(false);
                checks.Add(new OnlineCheck(model, version, found is not null, found?.ShutDown, null) { TrainingEnds = found?.TrainingEnds, Fault = found?.Fault, IdleUntil = found?.IdleUntil });
            }
            catch (ReleaseError error)
            {
                checks.Add(new OnlineCheck(model, version, null, null, error));
            }
        }
        return checks;
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private IReadOnlyDictionary<string, LockedModel> Models() => session.Read()?.Models ?? new SortedDictionary<string, LockedModel>();

    private async Task<ReleaseOutcome> SyncAsync(string model, Attempt pending, CancellationToken cancellation)
    {
        if (await SettleOnJobAsync(model, pending, cancellation).ConfigureAwait(false) is not { } started)
        {
            return Outcome(ReleaseEnd.StillRunning, ExitCode.Pending, $"{model} has no job yet; finetune release {model} goes on with it");
        }
        var host = await providers.OpenAsync(pending.Provider, cancellation).ConfigureAwait(false);
        started = await new JobRivals(host, session, progress, clock).SettleAsync(started, cancellation).ConfigureAwait(false);
        var job = await host.GetJobAsync(started.JobId, cancellation).ConfigureAwait(false);
        return job.HasEnded
            ? await FinishAsync(started, job, cancellation).ConfigureAwait(false)
            : Outcome(ReleaseEnd.StillRunning, ExitCode.Pending, $"{model}: the job {job.Id} has not ended ({job.Status})");
    }

    // The job of an attempt: the lock's, else the one that the provider has of its digest; of several one is let live.
    private async Task<StartedJob?> SettleOnJobAsync(string model, Attempt pending, CancellationToken cancellation)
    {
        if (session.Read() is not { } content)
        {
            return null;
        }
        var entry = content.Entry(model);
        var host = await providers.OpenAsync(pending.Provider, cancellation).ConfigureAwait(false);
        var mark = JobNames.Mark(content, entry, pending, host.Features);
        if (pending.JobId is not null)
        {
            return new StartedJob(model, mark, pending);
        }
        var sought = new SoughtJob(model, mark, entry, pending);
        if (pending.State != AttemptState.Creating || await new JobSearch(host, progress, clock).SettleOnOnePatientlyAsync(sought, cancellation).ConfigureAwait(false) is not { } job)
        {
            return null;
        }
        var attempt = pending.Of(job) with { State = AttemptState.Running };
        await session.ChangeAsync(Patience, current => current.With(model, attempt)).ConfigureAwait(false);
        return new StartedJob(model, mark, attempt);
    }

    // A job that carries our digest and is not ours is none that we could end.
    private async Task<StartedJob?> TrySettleOnJobAsync(string model, Attempt pending, CancellationToken cancellation)
    {
        try
        {
            return await SettleOnJobAsync(model, pending, cancellation).ConfigureAwait(false);
        }
        catch (ReleaseError error) when (error.Rule == ReleaseRules.NotOurs)
        {
            progress.Warn(model, $"{error.Rule.Code}: {error.Message}");
            return null;
        }
    }

    private async Task<TrainingJob?> CancelJobAsync(StartedJob started, CancellationToken cancellation)
    {
        var host = await providers.OpenAsync(started.Attempt.Provider, cancellation).ConfigureAwait(false);
        try
        {
            return await host.CancelJobAsync(started.JobId, cancellation).ConfigureAwait(false);
        }
        catch (ReleaseError error) when (error.Status == 404)
        {
            progress.Warn(started.Model, $"the provider does not know the job {started.JobId} any more");
            return null;
        }
    }

    private async Task<ReleaseOutcome> FinishAsync(StartedJob started, TrainingJob job, CancellationToken cancellation)
    {
        var host = await providers.OpenAsync(started.Attempt.Provider, cancellation).ConfigureAwait(false);
        var order = Order(started, cancellation);
        return await new JobFinish(host, session, progress).RunAsync(started, job, order, cancellation).ConfigureAwait(false);
    }

    // For the price, and to find the lines that a host names; only where the data is still the same.
    private ReleaseOrder? Order(StartedJob started, CancellationToken cancellation)
    {
        var model = manifest.Models.FirstOrDefault(one => one.Name == started.Model);
        var provider = manifest.Providers.GetValueOrDefault(started.Attempt.Provider.Name);
        try
        {
            var order = model is null || provider is null ? null : ReleaseOrder.Of(manifest, model, provider, cancellation);
            return order?.Digest == started.Attempt.Digest ? order : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static List<KeyValuePair<string, LockedModel>> Guarded(
        Func<IReadOnlyDictionary<string, LockedModel>> read, List<ReleaseOutcome> outcomes)
    {
        try
        {
            return [.. read()];
        }
        catch (ReleaseError error)
        {
            outcomes.Add(ReleaseOutcome.Of(error));
            return [];
        }
    }

    private static async Task<ReleaseOutcome> GuardAsync(Func<Task<ReleaseOutcome>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (ReleaseError error)
        {
            return ReleaseOutcome.Of(error);
        }
    }

    private static ReleaseOutcome Outcome(ReleaseEnd end, int exitCode, string message) => new()
    {
        End = end,
        ExitCode = exitCode,
        Message = SafeText.Clean(message),
    };
}
