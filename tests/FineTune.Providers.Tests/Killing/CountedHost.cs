using FineTune.Providers.Hosting;

namespace FineTune.Providers.Tests.Killing;

/// <summary>A host that passes a point before and after each call.</summary>
internal sealed class CountedHost(ITrainingHost inner, PointCounter points) : HostBetween(inner)
{
    protected override Task<T> AroundAsync<T>(Func<Task<T>> call) => points.AroundAsync(call);
}
