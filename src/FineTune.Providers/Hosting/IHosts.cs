using FineTune.Core.Manifest;

namespace FineTune.Providers.Hosting;

/// <summary>Where providers are opened.</summary>
internal interface IHosts
{
    /// <summary>The host of a provider; kept open, and closed by whoever made this.</summary>
    /// <exception cref="ReleaseError">It has no address, or cannot be started.</exception>
    public Task<ITrainingHost> OpenAsync(ProviderSettings provider, CancellationToken cancellation);
}
