using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Locking;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>Ends a job of ours that the host would train as something else than was asked for, as long as it has not begun.</summary>
internal sealed class BeforeTraining(ITrainingHost host, LockSession session)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Looks at what the host says of the job.</summary>
    /// <exception cref="ReleaseError">FT8016: it is something else; the job is cancelled and the lock says so.</exception>
    public async Task CheckAsync(StartedJob started, TrainingJob job, CancellationToken cancellation)
    {
        if (job.State != JobState.Waiting
            || (SaidDifference.Of(started.Attempt, job, host) ?? (started.IsCreated ? SaidDifference.OfFile(started.Attempt, job) : null)) is not { } difference)
        {
            return;
        }
        var ended = await host.CancelJobAsync(job.Id, cancellation).ConfigureAwait(false);
        var error = new ReleaseError(
            ReleaseRules.OtherTraining,
            $"{host.Features.Title} would train {started.Model} with {difference}; the job {job.Id} is {(ended.HasEnded ? ended.Status : "told to end")}",
            ExitCode.Gate);
        var attempt = started.Attempt.Of(job) with { State = AttemptState.Cancelled, ErrorCode = error.Rule.Code, ErrorMessage = error.Message };
        await session.ChangeAsync(Patience, content => content.With(started.Model, attempt)).ConfigureAwait(false);
        throw error;
    }
}
