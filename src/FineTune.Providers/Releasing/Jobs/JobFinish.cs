using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>Brings a job that has ended into the lock.</summary>
internal sealed class JobFinish(ITrainingHost host, LockSession session, IReleaseProgress progress, decimal? pricePerMillion = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The outcome, written.</summary>
    public Task<ReleaseOutcome> RunAsync(StartedJob started, TrainingJob job, ReleaseOrder? order, CancellationToken cancellation) => job.State switch
    {
        JobState.Succeeded => SucceedAsync(started, job, pricePerMillion ?? order?.PricePerMillion, cancellation),
        JobState.Cancelled => EndAsync(
            started, job, AttemptState.Cancelled, ReleaseEnd.Cancelled, ReleaseRules.JobCancelled, $"the job {job.Id} was cancelled; finetune release {started.Model} starts a new one", []),
        _ => EndAsync(
            started, job, AttemptState.Failed, ReleaseEnd.Failed, ReleaseRules.JobFailed, $"the job {job.Id} failed: {Words(job.Error)}",
            job.Error is { } error && order is not null ? FailureLines.Of(error, order) : []),
    };

    private static string Words(JobError? error) =>
        error is null ? "the provider does not say why" : error.Code is { } code ? $"{code}: {error.Message}" : error.Message;

    private async Task<ReleaseOutcome> SucceedAsync(StartedJob started, TrainingJob job, decimal? pricePerMillion, CancellationToken cancellation)
    {
        var model = job.Model ?? throw new ReleaseError(
            ReleaseRules.AnswerNotUnderstood, $"the job {job.Id} succeeded, but the provider names no model; try finetune sync in a while");
        var checkpoints = await host.GetCheckpointsAsync(job.Id, cancellation).ConfigureAwait(false);
        var deployment = await DeployAsync(started, model, cancellation).ConfigureAwait(false);
        var outcome = new TrainingOutcome(model)
        {
            Deployment = deployment,
            Checkpoints = checkpoints,
            TrainedTokens = job.TrainedTokens,
            CostUsd = !started.Attempt.Provider.IsUnreal && job.TrainedTokens is { } tokens && pricePerMillion is { } price ? decimal.Round(tokens * price / 1_000_000m, 6) : null,
            FinishedAt = job.FinishedAt,
        };
        var attempt = started.Attempt.Of(job);
        var content = await session.ChangeAsync(Patience, current => LockEdit.Promote(current, started.Model, attempt, outcome)).ConfigureAwait(false);
        var written = content.Entry(started.Model).Versions.First(known => known.JobId == job.Id);
        return new ReleaseOutcome
        {
            End = ReleaseEnd.Released,
            Message = $"{started.Model} version {written.Number} is {deployment ?? model}",
        };
    }

    private async Task<string?> DeployAsync(StartedJob started, string model, CancellationToken cancellation)
    {
        if (!host.Features.Deploys)
        {
            return null;
        }
        await session.ChangeAsync(Patience, current => current.With(started.Model, started.Attempt with { State = AttemptState.Deploying })).ConfigureAwait(false);
        progress.Say(started.Model, $"deploying {model}");
        return await host.DeployAsync(model, cancellation).ConfigureAwait(false);
    }

    private async Task<ReleaseOutcome> EndAsync(
        StartedJob started, TrainingJob job, AttemptState state, ReleaseEnd end, Rule rule, string message, IReadOnlyList<Finding> findings)
    {
        var attempt = started.Attempt with { State = state, JobId = job.Id, ErrorCode = job.Error?.Code, ErrorMessage = job.Error?.Message };
        await session.ChangeAsync(Patience, current => current.With(started.Model, attempt)).ConfigureAwait(false);
        return new ReleaseOutcome
        {
            End = end,
            Message = SafeText.Clean(message),
            Rule = rule,
            ExitCode = ExitCode.Failed,
            Findings = findings,
        };
    }
}
