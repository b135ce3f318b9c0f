using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Tests.Killing;

/// <summary>A host that passes everything on; what stands between does something about a call.</summary>
internal abstract class HostBetween(ITrainingHost inner) : ITrainingHost
{
    public virtual HostFeatures Features => inner.Features;

    public bool IsStandIn => inner.IsStandIn;

    public bool ListsModels => inner.ListsModels;

    public bool IsSameModel(string asked, string said) => inner.IsSameModel(asked, said);

    public Task<bool> AskWhetherStandInAsync(CancellationToken cancellation) => inner.AskWhetherStandInAsync(cancellation);

    public Task<IReadOnlyList<TrainingJob>> FindJobsAsync(JobMark mark, CancellationToken cancellation) => AroundAsync(() => inner.FindJobsAsync(mark, cancellation));

    public Task<IReadOnlyList<HostedFile>> ListFilesAsync(string namePrefix, CancellationToken cancellation) => AroundAsync(() => inner.ListFilesAsync(namePrefix, cancellation));

    public Task<HostedFile> UploadAsync(UploadFile file, CancellationToken cancellation) => AroundAsync(() => inner.UploadAsync(file, cancellation));

    public Task<bool?> HoldsAsync(string fileId, string sha256, long bytes, CancellationToken cancellation) => AroundAsync(() => inner.HoldsAsync(fileId, sha256, bytes, cancellation));

    public virtual Task<TrainingJob> CreateJobAsync(JobOrder order, CancellationToken cancellation) => AroundAsync(() => inner.CreateJobAsync(order, cancellation));

    public Task ResumeJobAsync(string jobId, CancellationToken cancellation) => inner.ResumeJobAsync(jobId, cancellation);

    public Task<TrainingJob> GetJobAsync(string jobId, CancellationToken cancellation) => AroundAsync(() => inner.GetJobAsync(jobId, cancellation));

    public Task<IReadOnlyList<JobEvent>> GetEventsAsync(string jobId, IReadOnlySet<string> seen, CancellationToken cancellation) => AroundAsync(() => inner.GetEventsAsync(jobId, seen, cancellation));

    public Task<IReadOnlyList<LockedCheckpoint>> GetCheckpointsAsync(string jobId, CancellationToken cancellation) => AroundAsync(() => inner.GetCheckpointsAsync(jobId, cancellation));

    public Task<TrainingJob> CancelJobAsync(string jobId, CancellationToken cancellation) => AroundAsync(() => inner.CancelJobAsync(jobId, cancellation));

    public Task<string?> DeployAsync(string model, CancellationToken cancellation) => AroundAsync(() => inner.DeployAsync(model, cancellation));

    public Task<HostedModel?> FindModelAsync(string model, CancellationToken cancellation) => inner.FindModelAsync(model, cancellation);

    public Task<ChatAnswer> ChatAsync(string model, string prompt, CancellationToken cancellation) => inner.ChatAsync(model, prompt, cancellation);

    public Task DeleteFileAsync(string fileId, CancellationToken cancellation) => inner.DeleteFileAsync(fileId, cancellation);

    public Task DeleteModelAsync(string model, CancellationToken cancellation) => inner.DeleteModelAsync(model, cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    protected virtual Task<T> AroundAsync<T>(Func<Task<T>> call) => call();
}
