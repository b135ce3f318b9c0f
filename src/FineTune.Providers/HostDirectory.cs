using FineTune.Core.Catalog;
using FineTune.Core.Manifest;
using FineTune.Providers.Azure;
using FineTune.Providers.Emulation;
using FineTune.Providers.Exec;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;

namespace FineTune.Providers;

/// <summary>Opens the providers of a manifest, each once, and closes them all.</summary>
internal sealed class HostDirectory(HostSurroundings surroundings) : IHosts, IAsyncDisposable
{
    private readonly Dictionary<string, ITrainingHost> open = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <inheritdoc/>
    public async Task<ITrainingHost> OpenAsync(ProviderSettings provider, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (!open.TryGetValue(provider.Name, out var host))
            {
                host = await MakeAsync(provider, cancellation).ConfigureAwait(false);
                open.Add(provider.Name, host);
            }
            return host;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in open.Values)
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }
        open.Clear();
        turn.Dispose();
    }

    private async Task<ITrainingHost> MakeAsync(ProviderSettings provider, CancellationToken cancellation)
    {
        var profile = ProfileCatalog.FindOrGeneric(provider.Profile);
        return provider.Kind switch
        {
            ProviderKind.Emulator => await EmulatorHost.StartAsync(profile, surroundings, cancellation).ConfigureAwait(false),
            ProviderKind.Exec => new ExecHost(provider, surroundings),
            ProviderKind.Azure => AzureHost.Open(provider, profile, surroundings),
            _ => new OpenAIHost(Wire(provider, profile), profile),
        };
    }

    private WireSettings Wire(ProviderSettings provider, Profile profile)
    {
        var isOpenAI = provider.Kind == ProviderKind.OpenAI;
        var address = HostAddress.Of(provider, isOpenAI ? "OPENAI_BASE_URL" : null, profile.Host.Endpoint, surroundings.Variables);
        var variable = provider.ApiKeyVariable ?? profile.Host.ApiKeyVariable ?? "OPENAI_API_KEY";
        return new WireSettings(profile.Title, address, surroundings.Clock)
        {
            Key = new KeySource(surroundings.Variables, variable, profile.Title),
            Organization = isOpenAI ? Variable("OPENAI_ORG_ID") : null,
            Project = isOpenAI ? Variable("OPENAI_PROJECT_ID") : null,
            Timeout = surroundings.CallTimeout,
        };
    }

    private string? Variable(string name) => surroundings.Variables(name) is { Length: > 0 } value ? HeaderText.Check(value.Trim(), $"the environment variable {name}") : null;
}
