using FineTune.Emulator.State;

namespace FineTune.Emulator.Jobs;

/// <summary>Checks the files of jobs in the background, one job after the other.</summary>
internal sealed class JobChecks(EmulatorState state, FileCheck check, TextWriter errors) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Starts again what an earlier process did not finish.</summary>
    public void Resume()
    {
        foreach (var job in state.Jobs.All().Where(job => job.Check is null && !job.Settled))
        {
            Start(job);
        }
    }

    public void Start(StoredJob job) => _ = Task.Run(() => RunAsync(job), stop.Token);

    public void Dispose() => stop.Cancel();

    private async Task RunAsync(StoredJob job)
    {
        try
        {
            await turn.WaitAsync(stop.Token);
            try
            {
                var found = check.Run(job, stop.Token) with { At = state.Clock.Now };
                state.Jobs.Change(job.Id, current => current with { Check = found });
            }
            finally
            {
                turn.Release();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next process checks it again.
        }
        catch (Exception error)
        {
            await errors.WriteLineAsync($"finetune-emulator: the files of {job.Id} could not be checked: {error}");
            state.Jobs.Change(job.Id, current => current with
            {
                Check = new StoredCheck { At = state.Clock.Now, ErrorCode = "server_error", ErrorMessage = "The job failed due to an internal error." },
            });
        }
    }
}
