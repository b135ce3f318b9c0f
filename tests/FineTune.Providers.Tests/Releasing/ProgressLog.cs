using System.Collections.Concurrent;
using FineTune.Providers.Releasing.Orders;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>Keeps what a release tells.</summary>
internal sealed class ProgressLog : IReleaseProgress
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ConcurrentQueue<JobProgress> Shown { get; } = [];

    public void Say(string model, string line) => Lines.Enqueue(line);

    public void Warn(string model, string line) => Lines.Enqueue("warning: " + line);

    public void Show(JobProgress progress) => Shown.Enqueue(progress);
}
