using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Files;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;

namespace FineTune.Providers.Exec;

/// <summary>A command of this machine as a provider. What it was asked and answered stays in the run folder, so a run that was cut off goes on there.</summary>
internal sealed class ExecHost(ProviderSettings provider, HostSurroundings surroundings) : ITrainingHost
{
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(30);
    private readonly LogTail? log = surroundings.TrainerLog is { } lines ? new LogTail(lines) : null;
    private readonly string runs = RunsIn(surroundings.Folder);

    /// <inheritdoc/>
    public HostFeatures Features { get; } = new() { Title = "the trainer command", IsNear = true };

    private string Data => Path.Combine(runs, "data");

    /// <inheritdoc/>
    public Task<IReadOnlyList<TrainingJob>> FindJobsAsync(JobMark mark, CancellationToken cancellation)
    {
        IReadOnlyList<TrainingJob> jobs = Folders().Where(folder => File.Exists(folder.State)).Select(folder => folder.Job()).Where(job => mark.Fits(job.Metadata)).ToList();
        return Task.FromResult(jobs);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<HostedFile>> ListFilesAsync(string namePrefix, CancellationToken cancellation)
    {
        IReadOnlyList<HostedFile> files = !Directory.Exists(Data) ? [] : new DirectoryInfo(Data).GetFiles()
            .Where(file => file.Name.StartsWith(namePrefix, StringComparison.Ordinal) && file.Extension == ".jsonl")
            .Select(file => new HostedFile(file.Name, file.Name, file.Length, file.CreationTimeUtc))
            .ToList();
        return Task.FromResult(files);
    }

    /// <inheritdoc/>
    public async Task<HostedFile> UploadAsync(UploadFile file, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(Data);
            var path = Path.Combine(Data, file.Name);
            FileDraft.RemoveOrphans(path);
            using var target = new AtomicFile(path);
            var source = file.Open();
            await using (source.ConfigureAwait(false))
            {
                await target.WriteAsync(source, cancellation).ConfigureAwait(false);
            }
            target.Place();
            return new HostedFile(file.Name, file.Name, file.Bytes, surroundings.Clock.Time.GetUtcNow());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ReleaseError(ReleaseRules.TrainerFailed, $"the data cannot be copied to .finetune/runs: {IOFault.Describe(error)}", ExitCode.Usage);
        }
    }

    /// <inheritdoc/>
    public async Task<bool?> HoldsAsync(string fileId, string sha256, long bytes, CancellationToken cancellation)
    {
        try
        {
            var content = File.OpenRead(Path.Combine(Data, Path.GetFileName(fileId)));
            await using (content.ConfigureAwait(false))
            {
                return await ContentCheck.HoldsAsync(content, sha256, bytes, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<TrainingJob> CreateJobAsync(JobOrder order, CancellationToken cancellation)
    {
        var folder = RunFolder.New(runs, order.Mark.Run!);
        try
        {
            Directory.CreateDirectory(folder.Path);
            File.Copy(Path.Combine(Data, order.TrainingFile), folder.In("training.jsonl"));
            if (order.ValidationFile is { } validation)
            {
                File.Copy(Path.Combine(Data, validation), folder.In("validation.jsonl"));
            }
            RunFolder.Write(folder.Request, ExecRequest.Of(order, order.ValidationFile is null ? null : "validation.jsonl"));
            RunFolder.Write(folder.State, new JsonObject { ["created_at"] = surroundings.Clock.Time.GetUtcNow().ToUnixTimeSeconds() });
            await StartAsync(folder).ConfigureAwait(false);
            return folder.Job();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ReleaseError(ReleaseRules.TrainerFailed, $"the run folder {Path.GetFileName(folder.Path)} cannot be written: {IOFault.Describe(error)}", ExitCode.Usage);
        }
    }

    /// <inheritdoc/>
    public async Task ResumeJobAsync(string jobId, CancellationToken cancellation)
    {
        var folder = Folder(jobId);
        if (folder.Job() is { HasEnded: false, State: not JobState.Running })
        {
            await TrainerStart.RunAsync(provider, folder, surroundings).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task<TrainingJob> GetJobAsync(string jobId, CancellationToken cancellation)
    {
        var folder = Folder(jobId);
        var job = folder.Job();
        log?.Show(folder);
        return Task.FromResult(job);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<JobEvent>> GetEventsAsync(string jobId, IReadOnlySet<string> seen, CancellationToken cancellation)
    {
        var folder = Folder(jobId);
        return File.Exists(folder.Events) ? await ExecEvents.ReadAsync(folder.Events, seen, cancellation).ConfigureAwait(false) : [];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LockedCheckpoint>> GetCheckpointsAsync(string jobId, CancellationToken cancellation) =>
        Task.FromResult(ExecResult.Checkpoints(RunFolder.ReadObject(Folder(jobId).Result) ?? default));

    /// <inheritdoc/>
    public async Task<TrainingJob> CancelJobAsync(string jobId, CancellationToken cancellation)
    {
        var folder = Folder(jobId);
        if (!folder.Job().HasEnded)
        {
            await File.WriteAllTextAsync(folder.Cancelled, "", cancellation).ConfigureAwait(false); // first: a keeper that starts now sees it
            using var keeper = Keeper(RunFolder.ReadObject(folder.State) ?? default);
            if (keeper is not null)
            {
                await EndAsync(keeper, cancellation).ConfigureAwait(false);
            }
        }
        return folder.Job();
    }

    /// <inheritdoc/>
    public Task<string?> DeployAsync(string model, CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public Task<HostedModel?> FindModelAsync(string model, CancellationToken cancellation) => Task.FromResult<HostedModel?>(new HostedModel(ShutDown: null));

    /// <inheritdoc/>
    public Task<ChatAnswer> ChatAsync(string model, string prompt, CancellationToken cancellation) =>
        throw new ReleaseError(ReleaseRules.TrainerFailed, "a trainer command serves no chat; ask the server that the model was given to", ExitCode.Usage);

    /// <inheritdoc/>
    public Task DeleteFileAsync(string fileId, CancellationToken cancellation)
    {
        File.Delete(Path.Combine(Data, Path.GetFileName(fileId)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteModelAsync(string model, CancellationToken cancellation) => Task.CompletedTask; // where it put the model is the command's own affair

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask; // a training goes on without us

    private static string RunsIn(string folder) => WorkFolder.Refusal(folder, "runs") is { } refusal
        ? throw new ReleaseError(ReleaseRules.TrainerFailed, refusal, ExitCode.Usage)
        : WorkFolder.Of(folder, "runs");

    private IEnumerable<RunFolder> Folders() =>
        Directory.Exists(runs) ? Directory.GetDirectories(runs).Where(path => path != Data).Select(path => new RunFolder(path)) : [];

    private RunFolder Folder(string jobId)
    {
        var folder = RunFolder.OfJob(runs, jobId);
        return Directory.Exists(folder.Path)
            ? folder
            : throw new ReleaseError(ReleaseRules.TrainerFailed, $"the run folder of {jobId} is not on this machine; end the attempt with finetune cancel, or release where it was started") { Status = 404 };
    }

    private async Task StartAsync(RunFolder folder)
    {
        try
        {
            await TrainerStart.RunAsync(provider, folder, surroundings).ConfigureAwait(false);
        }
        catch (ReleaseError)
        {
            File.Delete(folder.State);
            throw;
        }
    }

    // First a word, so that it can clean up; then by force.
    private static async Task EndAsync(Process keeper, CancellationToken cancellation)
    {
        try
        {
            if (UnixProcess.AskToEnd(keeper.Id))
            {
                using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                deadline.CancelAfter(EndTime);
                await keeper.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // It does not listen.
        }
        try
        {
            keeper.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    // A process ID is used again by the system: the start time tells whether it is still the same one.
    private static Process? Keeper(JsonElement state)
    {
        if (state.Whole("process") is not (> 0 and <= int.MaxValue and var id))
        {
            return null;
        }
        try
        {
            var process = Process.GetProcessById((int)id);
            if (RunFolder.StartOf(process) == state.Whole("started"))
            {
                return process;
            }
            process.Dispose();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has gone.
        }
        return null;
    }
}
