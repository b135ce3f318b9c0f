using FineTune.Core.Lockfile;

namespace FineTune.Providers.Hosting;

/// <summary>
/// What a release asks of a place that trains. Every method throws <see cref="ReleaseError"/> when the host refuses or cannot be
/// reached, and <see cref="OperationCanceledException"/> when the caller's token is cancelled.
/// </summary>
internal interface ITrainingHost : IAsyncDisposable
{
    /// <summary>What the host can do.</summary>
    public HostFeatures Features { get; }

    /// <summary>Whether what has answered so far is an emulator in the place of the real provider.</summary>
    public bool IsStandIn => false;

    /// <summary>Whether <see cref="FindModelAsync"/> knows every tuned model that answers.</summary>
    public bool ListsModels => false;

    /// <summary>Whether two names mean the same base model.</summary>
    public bool IsSameModel(string asked, string said) => ModelName.IsSame(asked, said);

    /// <summary>Asks, and tells whether an emulator answers.</summary>
    public Task<bool> AskWhetherStandInAsync(CancellationToken cancellation) => Task.FromResult(false);

    /// <summary>Every job that carries the mark, or any mark of the project where it names no run, in no order. An incomplete list is an error, never a short answer.</summary>
    public Task<IReadOnlyList<TrainingJob>> FindJobsAsync(JobMark mark, CancellationToken cancellation);

    /// <summary>Training files whose name starts with the prefix.</summary>
    public Task<IReadOnlyList<HostedFile>> ListFilesAsync(string namePrefix, CancellationToken cancellation);

    /// <summary>Sends a file; may be called again after any failure.</summary>
    public Task<HostedFile> UploadAsync(UploadFile file, CancellationToken cancellation);

    /// <summary>Whether a file holds exactly these bytes; null where the host does not give its content.</summary>
    public Task<bool?> HoldsAsync(string fileId, string sha256, long bytes, CancellationToken cancellation);

    /// <summary>Creates a job: the one call that costs money. It is sent at most once; an error says whether the outcome is known.</summary>
    public Task<TrainingJob> CreateJobAsync(JobOrder order, CancellationToken cancellation);

    /// <summary>Starts a job of this machine again that was interrupted; hosts elsewhere go on by themselves.</summary>
    public Task ResumeJobAsync(string jobId, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>A job as it is now.</summary>
    public Task<TrainingJob> GetJobAsync(string jobId, CancellationToken cancellation);

    /// <summary>Events that are not in <paramref name="seen"/>, oldest first.</summary>
    public Task<IReadOnlyList<JobEvent>> GetEventsAsync(string jobId, IReadOnlySet<string> seen, CancellationToken cancellation);

    /// <summary>Checkpoints of a finished job, by step.</summary>
    public Task<IReadOnlyList<LockedCheckpoint>> GetCheckpointsAsync(string jobId, CancellationToken cancellation);

    /// <summary>Ends a job; one that has ended already is answered as it is.</summary>
    public Task<TrainingJob> CancelJobAsync(string jobId, CancellationToken cancellation);

    /// <summary>Makes a trained model answer; null where the host needs no such step.</summary>
    public Task<string?> DeployAsync(string model, CancellationToken cancellation);

    /// <summary>A model that answers; null where the host does not know it.</summary>
    public Task<HostedModel?> FindModelAsync(string model, CancellationToken cancellation);

    /// <summary>A version of the lock with what it needs to answer, and its dates; null where the host does not know the model.</summary>
    public Task<HostedModel?> FindVersionAsync(LockedVersion version, CancellationToken cancellation) => FindModelAsync(version.Model, cancellation);

    /// <summary>Why what should serve a version does not; null where nothing is known to be wrong, or the host deploys nothing.</summary>
    public Task<string?> FindFaultAsync(LockedVersion version, CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <summary>One chat completion.</summary>
    public Task<ChatAnswer> ChatAsync(string model, string prompt, CancellationToken cancellation);

    /// <summary>Deletes a file; one that is gone already is fine.</summary>
    public Task DeleteFileAsync(string fileId, CancellationToken cancellation);

    /// <summary>Deletes a tuned model; one that is gone already is fine.</summary>
    public Task DeleteModelAsync(string model, CancellationToken cancellation);
}
