using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Tests.Killing;

/// <summary>A host that passes a point before and after each call.</summary>
internal sealed class CountedHost(ITrainingHost inner, PointCounter points) : ITrainingHost
{
    public HostFeatures Features => inner.Features;

    public bool IsStandIn => inner.IsStandIn;

    public bool ListsModels => inner.ListsModels;

    public Task<bool> AskWhetherStandInAsync(CancellationToken cancellation) => inner.AskWhetherStandInAsync(cancellation);

    public Task<IReadOnlyList<TrainingJob>> FindJobsAsync(JobMark mark, CancellationToken cancellation) =>
        points.AroundAsync(() => inner.FindJobsAsync(mark, cancellation));

    public Task<IReadOnlyList<HostedFile>> ListFilesAsync(string namePrefix, CancellationToken cancellation) =>
        points.AroundAsync(() => inner.ListFilesAsync(namePrefix, cancellation));

    public Task<HostedFile> UploadAsync(UploadFile file, CancellationToken cancellation) => points.AroundAsync(() => inner.UploadAsync(file, cancellation));

    public Task<TrainingJob> CreateJobAsync(JobOrder order, CancellationToken cancellation) => points.AroundAsync(() => inner.CreateJobAsync(order, cancellation));

    public Task<TrainingJob> GetJobAsync(string jobId, CancellationToken cancellation) => points.AroundAsync(() => inner.GetJobAsync(jobId, cancellation));

    public Task<IReadOnlyList<JobEvent>> GetEventsAsync(string jobId, IReadOnlySet<string> seen, CancellationToken cancellation) =>
        points.AroundAsync(() => inner.GetEventsAsync(jobId, seen, cancellation));

    public Task<IReadOnlyList<LockedCheckpoint>> GetCheckpointsAsync(string jobId, CancellationToken cancellation) =>
        points.AroundAsync(() => inner.GetCheckpointsAsync(jobId, cancellation));

    public Task<TrainingJob> CancelJobAsync(string jobId, CancellationToken cancellation) => points.AroundAsync(() => inner.CancelJobAsync(jobId, cancellation));

    public Task<string?> DeployAsync(string model, CancellationToken cancellation) => points.AroundAsync(() => inner.DeployAsync(model, cancellation));

    public Task<HostedModel?> FindModelAsync(string model, CancellationToken cancellation) => inner.FindModelAsync(model, cancellation);

    public Task<ChatAnswer> ChatAsync(string model, string prompt, CancellationToken cancellation) => inner.ChatAsync(model, prompt, cancellation);

    public Task DeleteFileAsync(string fileId, CancellationToken cancellation) => inner.DeleteFileAsync(fileId, cancellation);

    public Task DeleteModelAsync(string model, CancellationToken cancellation) => inner.DeleteModelAsync(model, cancellation);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
