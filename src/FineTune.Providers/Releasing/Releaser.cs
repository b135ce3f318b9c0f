using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Core.Planning;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Jobs;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Providers.Releasing;

/// <summary>
/// The door through which everything goes that costs money. It can be killed at any instruction: the next run goes on from the lock, then
/// from what the provider knows, and creates a job only where neither has one (docs/release-protocol.md).
/// </summary>
/// <param name="hosts">Opens the hosts.</param>
/// <param name="file">The lock.</param>
/// <param name="progress">Is told what happens.</param>
/// <param name="clock">Time.</param>
internal sealed class Releaser(IHosts hosts, ILockFile file, IReleaseProgress progress, Clock clock) : IDisposable
{
    private readonly LockSession session = new(file, new LockGate(file.Path, clock));

    /// <summary>Releases models: all are started, then all are waited for.</summary>
    /// <param name="orders">What to release, in this order; the caller has seen to it that lint has no errors.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the wait; a job that exists goes on.</param>
    /// <returns>One outcome for each order; nothing that the outside world can do throws.</returns>
    public async Task<IReadOnlyList<ReleaseOutcome>> ReleaseAsync(
        IReadOnlyList<ReleaseOrder> orders, ReleaseOptions options, CancellationToken cancellation)
    {
        if (GateAll(orders, options) is { } stopped)
        {
            return stopped;
        }
        var outcomes = new List<Task<ReleaseOutcome>>();
        foreach (var order in orders)
        {
            await StartAsync(order, options, outcomes, cancellation).ConfigureAwait(false);
        }
        return await Task.WhenAll(outcomes).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    // Before anything is sent for any model.
    private List<ReleaseOutcome>? GateAll(IReadOnlyList<ReleaseOrder> orders, ReleaseOptions options)
    {
        try
        {
            var content = session.Read();
            foreach (var order in orders.Where(order => IsNew(content.Entry(order.Model.Name), order, options)))
            {
                if (BudgetGate.Of(order.Model, order.Provider, order.Cost, order.CostUnknown) is { Blocked: true } gate)
                {
                    throw OverBudget.Of(order.Model.Name, gate);
                }
            }
            return null;
        }
        catch (ReleaseError error)
        {
            return orders.Select(_ => ReleaseOutcome.Of(error)).ToList();
        }
    }

    // What goes on is paid for; an attempt of other data, or an emulator's, is not what is paid for now.
    private static bool IsNew(LockedModel entry, ReleaseOrder order, ReleaseOptions options) =>
        !(entry.Pending() is { } pending && pending.Digest == order.Digest && !pending.Provider.Emulated)
        && (options.Again || entry.Versions.All(version => version.Digest != order.Digest || version.Provider.Emulated));

    // Ends once there is a job, or none is needed; what is waited for then is among the outcomes.
    private async Task StartAsync(ReleaseOrder order, ReleaseOptions options, List<Task<ReleaseOutcome>> outcomes, CancellationToken cancellation)
    {
        StartedJob? started = null;
        try
        {
            var host = await hosts.OpenAsync(order.Provider, cancellation).ConfigureAwait(false);
            using (await session.EnterAsync(options.LockPatience, cancellation).ConfigureAwait(false))
            {
                var entry = await SettleAsync(host, order, cancellation).ConfigureAwait(false);
                if (await UpToDateAsync(host, order, entry, options, cancellation).ConfigureAwait(false) is { } nothing)
                {
                    outcomes.Add(Task.FromResult(nothing));
                    return;
                }
                started = await new JobStart(host, session, progress, clock).RunAsync(order, cancellation).ConfigureAwait(false);
            }
            outcomes.Add(WaitAsync(host, order, started, options, cancellation));
        }
        catch (ReleaseError error)
        {
            outcomes.Add(Task.FromResult(ReleaseOutcome.Of(error)));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            outcomes.Add(Task.FromResult(Interrupted(order.Model.Name, started)));
        }
    }

    // An attempt on other data is in the way only when it may cost money.
    private async Task<LockedModel> SettleAsync(ITrainingHost host, ReleaseOrder order, CancellationToken cancellation)
    {
        var content = session.Read();
        var entry = content.Entry(order.Model.Name);
        if (content is null || entry.Pending() is not { } pending)
        {
            return entry;
        }
        var isAnEmulators = pending.Provider.Emulated && !await host.AskWhetherStandInAsync(cancellation).ConfigureAwait(false);
        if (pending.Digest == order.Digest && !isAnEmulators)
        {
            return entry;
        }
        if (pending.State == AttemptState.Uploading || isAnEmulators)
        {
            content = content.WithoutPending(order.Model.Name);
            session.Write(content);
            return content.Entry(order.Model.Name);
        }
        var job = pending.JobId is { } id ? $"the job {id}" : "a job that may exist";
        throw new ReleaseError(
            ReleaseRules.ReleaseRunning,
            $"{order.Model.Name} has changed since {job} was started for it; wait for that with finetune sync, or end it with finetune cancel {order.Model.Name}",
            ExitCode.Gate);
    }

    // A version that an emulator made counts as long as that emulator answers: nothing real was trained.
    private async Task<ReleaseOutcome?> UpToDateAsync(
        ITrainingHost host, ReleaseOrder order, LockedModel entry, ReleaseOptions options, CancellationToken cancellation)
    {
        if (options.Again || entry.Pending() is not null
            || entry.Versions.Where(known => known.Digest == order.Digest).OrderBy(known => known.Provider.Emulated).FirstOrDefault() is not { } version
            || (version.Provider.Emulated && !await host.AskWhetherStandInAsync(cancellation).ConfigureAwait(false)))
        {
            return null;
        }
        var name = order.Model.Name;
        if (await IsGoneAsync(host, name, version, cancellation).ConfigureAwait(false))
        {
            var words = $"{name} is up to date at version {version.Number}, but {host.Features.Title} no longer knows {version.Model}; finetune release --again {name} trains it once more";
            return ReleaseOutcome.Of(new ReleaseError(LifecycleRules.Gone, words, ExitCode.Failed));
        }
        var deployment = await new StandingDeployment(host, session, progress).RestoreAsync(order, entry, cancellation).ConfigureAwait(false);
        var hint = version.Number == entry.Current ? "" : $"; version {entry.Current} is current: finetune rollback {name} {version.Number} makes this one current";
        return new ReleaseOutcome
        {
            End = ReleaseEnd.UpToDate,
            Message = $"{name} is up to date: version {version.Number} was trained on exactly this{hint}"
                + (deployment is null ? "" : $"; {entry.CurrentVersion!.Model} is deployed as {deployment} again"),
        };
    }

    // Only where the host lists every model that answers; a host that cannot be asked now is no reason to fail.
    private async Task<bool> IsGoneAsync(ITrainingHost host, string name, LockedVersion version, CancellationToken cancellation)
    {
        if (!host.ListsModels || version.Provider.IsUnreal)
        {
            return false;
        }
        try
        {
            return await host.FindModelAsync(version.Model, cancellation).ConfigureAwait(false) is null && !host.IsStandIn;
        }
        catch (ReleaseError error)
        {
            progress.Warn(name, $"{error.Message}; whether the model of version {version.Number} still exists is not known");
            return false;
        }
    }

    private async Task<ReleaseOutcome> WaitAsync(
        ITrainingHost host, ReleaseOrder order, StartedJob started, ReleaseOptions options, CancellationToken cancellation)
    {
        var rivals = new JobRivals(host, session, progress, clock);
        try
        {
            await host.ResumeJobAsync(started.JobId, cancellation).ConfigureAwait(false);
            started = await rivals.TrySettleAsync(started, cancellation).ConfigureAwait(false);
            var before = new BeforeTraining(host, session);
            if (started.Answer is { } answer)
            {
                await before.CheckAsync(started, answer, cancellation).ConfigureAwait(false);
            }
            if (!options.Wait)
            {
                return Going(started, ReleaseEnd.Started, ExitCode.Fine, $"the job {started.JobId} is started; finetune sync brings it into the lock when it has ended");
            }
            var watch = new JobWatch(host, progress, clock);
            var job = await watch.WaitAsync(started, options, LookAsync, cancellation).ConfigureAwait(false);
            return job.HasEnded
                ? await new JobFinish(host, session, progress).RunAsync(started, job, order, cancellation).ConfigureAwait(false)
                : Going(started, ReleaseEnd.StillRunning, ExitCode.Pending, StillRunning(started, job));

            async Task<string> LookAsync(TrainingJob now)
            {
                await before.CheckAsync(started, now, cancellation).ConfigureAwait(false);
                started = await rivals.LookAsync(started, now, cancellation).ConfigureAwait(false);
                return started.JobId;
            }
        }
        catch (ReleaseError error)
        {
            started = await rivals.TrySettleAsync(started, cancellation).ConfigureAwait(false);
            return ReleaseOutcome.Of(error);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Interrupted(order.Model.Name, started);
        }
    }

    private static string StillRunning(StartedJob started, TrainingJob job) => job.State is JobState.Paused or JobState.Unknown
        ? $"the job {job.Id} stands still ({job.Status}); when it goes on, finetune release {started.Model} waits for it again, and finetune cancel {started.Model} ends it"
        : $"the job {job.Id} is still running ({job.Status}); finetune release {started.Model} waits for it again, finetune sync brings it in when it has ended";

    private static ReleaseOutcome Going(StartedJob started, ReleaseEnd end, int exitCode, string message) => new()
    {
        End = end,
        Message = message,
        ExitCode = exitCode,
    };

    private static ReleaseOutcome Interrupted(string model, StartedJob? started) => new()
    {
        End = ReleaseEnd.Interrupted,
        ExitCode = ExitCode.Interrupted,
        Message = started is null
            ? $"interrupted; finetune release {model} goes on where this stopped"
            : $"interrupted; the job {started.JobId} goes on: finetune release {model} waits for it again, finetune cancel {model} ends it",
    };
}
