using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Tests.Killing;

/// <summary>Hosts that pass a point before and after each call.</summary>
internal sealed class CountedHosts(IHosts inner, PointCounter points) : IHosts
{
    public async Task<ITrainingHost> OpenAsync(ProviderSettings provider, CancellationToken cancellation) => new CountedHost(await inner.OpenAsync(provider, cancellation), points);
}
