using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>
/// From the lock to a job: the one door of the paid call. The lock is written before and after it, and a call whose outcome is not
/// known is settled by looking at the provider, never by calling again.
/// </summary>
internal sealed class JobStart(ITrainingHost host, LockSession session, IReleaseProgress progress, Clock clock)
{
    private const int MostRefusedTries = 3;
    private readonly JobSearch search = new(host, progress, clock);
    private readonly DataUpload upload = new(host, progress);

    /// <summary>The job of the order, with the gate of the lock held by the caller.</summary>
    /// <exception cref="ReleaseError">There is no job, or it is not known whether there is one: the lock says which.</exception>
    public async Task<StartedJob> RunAsync(ReleaseOrder order, CancellationToken cancellation)
    {
        var content = session.ReadOrBegin();
        var model = order.Model.Name;
        var entry = content.Entry(model);
        var attempt = entry.Pending() ?? order.Attempt;
        var sought = new SoughtJob(model, JobNames.Mark(content, entry, attempt, host.Features), entry, attempt);
        if (attempt is { State: AttemptState.Running or AttemptState.Deploying, JobId: not null })
        {
            return new StartedJob(model, sought.Mark, attempt);
        }
        var found = await SettleAsync(sought, attempt, cancellation).ConfigureAwait(false);
        attempt = attempt with { Provider = attempt.Provider with { Emulated = host.IsStandIn } };
        sought = sought with { Asked = attempt };
        if (host.IsStandIn)
        {
            progress.Warn(model, $"{LockRules.FromEmulator.Code}: an emulator answers in the place of {host.Features.Title}; the lock will say so, and finetune verify refuses its models");
        }
        if (found is { IsLive: true } || (found is not null && attempt.State == AttemptState.Creating))
        {
            return await AdoptAsync(content, order, sought, attempt, found, cancellation).ConfigureAwait(false);
        }
        if (attempt.State == AttemptState.Creating)
        {
            progress.Say(model, "the provider has no job of it, so it is created now");
        }
        attempt = await UploadAsync(content, order, attempt, sought, cancellation).ConfigureAwait(false);
        return await CreateAsync(content, order, sought, attempt, cancellation).ConfigureAwait(false);
    }

    // A call that was on its way when an earlier run stopped may arrive only now.
    private Task<TrainingJob?> SettleAsync(SoughtJob sought, Attempt attempt, CancellationToken cancellation)
    {
        if (attempt.State != AttemptState.Creating)
        {
            return search.SettleOnOneAsync(sought, cancellation);
        }
        progress.Say(sought.Model, "an earlier run stopped at the create call; looking whether it came to a job");
        return search.SettleOnOnePatientlyAsync(sought, cancellation);
    }

    // So that the project that made the job sees at the provider that its model is wanted, and never prunes it.
    private async Task<Attempt> ClaimAsync(FineTuneLock content, ReleaseOrder order, Attempt attempt, SoughtJob sought, CancellationToken cancellation)
    {
        attempt = attempt with { State = AttemptState.Uploading };
        session.Write(content.With(sought.Model, attempt));
        var name = JobNames.ClaimName(sought.Mark.Project, order.Training.Description, sought.Mark.Run!);
        return attempt with { Training = await upload.RunAsync(sought, name, order.Training, attempt.Training, _ => { }, cancellation).ConfigureAwait(false) };
    }

    private async Task<Attempt> UploadAsync(FineTuneLock content, ReleaseOrder order, Attempt attempt, SoughtJob sought, CancellationToken cancellation)
    {
        var (model, mark) = (sought.Model, sought.Mark);
        attempt = attempt with { State = AttemptState.Uploading };
        session.Write(content.With(model, attempt));
        try
        {
            var training = await this.upload.RunAsync(sought, mark.TrainingFile, order.Training, attempt.Training, NoteTraining, cancellation).ConfigureAwait(false);
            attempt = attempt with { Training = training };
            session.Write(content.With(model, attempt));
            if (order.Validation is { } validation)
            {
                var name = JobNames.FileName(mark.Project, "validation", validation.Description, mark.Run!, host.Features);
                var file = await this.upload.RunAsync(sought, name, validation, attempt.Validation ?? validation.Description, NoteValidation, cancellation).ConfigureAwait(false);
                attempt = attempt with { Validation = file };
                session.Write(content.With(model, attempt));
            }
            return attempt;
        }
        catch (ReleaseError error) when (error.Rule == ReleaseRules.UploadRefused)
        {
            session.Write(content.With(model, Refused(attempt, error)));
            throw;
        }

        void NoteTraining(LockedUpload upload) => session.Write(content.With(model, attempt with { Training = attempt.Training with { Upload = upload } }));

        void NoteValidation(LockedUpload upload) => session.Write(content.With(model, attempt with { Validation = attempt.Validation! with { Upload = upload } }));
    }

    private async Task<StartedJob> CreateAsync(FineTuneLock content, ReleaseOrder order, SoughtJob sought, Attempt attempt, CancellationToken cancellation)
    {
        var (model, mark) = (sought.Model, sought.Mark);
        attempt = attempt with { State = AttemptState.Creating };
        sought = sought with { Asked = attempt };
        session.Write(content.With(model, attempt));
        for (var refusals = 1; ; refusals++)
        {
            // Also before the first try: another clone may have created it during the upload.
            if (await search.SettleOnOneAsync(sought, cancellation).ConfigureAwait(false) is { IsLive: true } found)
            {
                return await AdoptAsync(content, order, sought, attempt, found, cancellation).ConfigureAwait(false);
            }
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var request = new JobOrder(order.Model, mark, attempt.Training.FileId!, attempt.Validation?.FileId);
                // Not cancellable: an interrupted create call is one whose outcome is not known.
                var job = await host.CreateJobAsync(request, CancellationToken.None).ConfigureAwait(false);
                progress.Say(model, $"created the job {job.Id}");
                return Record(content, sought, attempt, job) with { IsCreated = true };
            }
            catch (ReleaseError error) when (error.OutcomeUnknown)
            {
                if (await search.SettleOnOnePatientlyAsync(sought, cancellation).ConfigureAwait(false) is { } made)
                {
                    return await AdoptAsync(content, order, sought, attempt, made, cancellation).ConfigureAwait(false);
                }
                if (error.Status is null || refusals >= MostRefusedTries)
                {
                    throw Unsettled(error);
                }
            }
            catch (ReleaseError error) when (error.Passing && refusals < MostRefusedTries)
            {
                await PauseAsync(error, refusals, cancellation).ConfigureAwait(false);
            }
            catch (ReleaseError error) when (!error.Passing)
            {
                session.Write(content.With(model, Refused(attempt, error)));
                throw;
            }
        }
    }

    private async Task<StartedJob> AdoptAsync(
        FineTuneLock content, ReleaseOrder order, SoughtJob sought, Attempt attempt, TrainingJob job, CancellationToken cancellation)
    {
        if (!sought.Mark.IsOwn(job))
        {
            attempt = await ClaimAsync(content, order, attempt, sought, cancellation).ConfigureAwait(false);
        }
        progress.Say(sought.Model, $"the provider has the job {job.Id} of this digest already ({job.Status}); it is taken over, nothing is created");
        return Record(content, sought, attempt, job);
    }

    private StartedJob Record(FineTuneLock content, SoughtJob sought, Attempt attempt, TrainingJob job)
    {
        var running = attempt.Of(job) with
        {
            State = AttemptState.Running,
            Training = attempt.Training with { FileId = attempt.Training.FileId ?? PlainOrNull(job.TrainingFile) },
        };
        try
        {
            session.Write(content.With(sought.Model, running));
        }
        catch (ReleaseError error)
        {
            throw new ReleaseError(error.Rule, $"{error.Message}; the job {job.Id} exists: the next release finds it at the provider and creates no other", error.ExitCode);
        }
        return new StartedJob(sought.Model, sought.Mark, running) { Answer = job };
    }

    private static string? PlainOrNull(string? id) => id is not null && HostId.IsPlain(id) ? id : null;

    private static Attempt Refused(Attempt attempt, ReleaseError error) =>
        attempt with
        {
            State = AttemptState.Failed,
            ErrorCode = error.Rule.Code,
            ErrorMessage = error.Message,
            Training = attempt.Training with { Upload = null },
            Validation = attempt.Validation is { } validation ? validation with { Upload = null } : null,
        };

    private static ReleaseError Unsettled(ReleaseError error) => new(
        error.Rule,
        $"{error.Message}; the provider lists no job of this digest so far: run the release again, it looks once more before it creates one",
        error.ExitCode);

    private Task PauseAsync(ReleaseError error, int tries, CancellationToken cancellation)
    {
        var pause = error.RetryAfter ?? TimeSpan.FromSeconds(Math.Pow(2, tries));
        return clock.Pause(pause < TimeSpan.FromMinutes(2) ? pause : TimeSpan.FromMinutes(2), cancellation);
    }
}
