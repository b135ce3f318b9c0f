using System.ClientModel;
using System.Text.Json.Nodes;
using Azure.Identity;
using FineTune.Core.Catalog;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;

namespace FineTune.Providers.Azure;

/// <summary>Azure OpenAI by its v1 endpoint: OpenAI's API with another key, a training type, and a deployment after the training.</summary>
internal sealed class AzureHost : OpenAIHost
{
    private const string DataScope = "https://ai.azure.com/.default";
    private const string DefaultKeyVariable = "AZURE_OPENAI_API_KEY";
    private readonly ProviderSettings provider;
    private readonly Profile profile;
    private readonly HostSurroundings surroundings;

    private AzureHost(ProviderSettings provider, WireSettings wire, Profile profile, HostSurroundings surroundings)
        : base(wire, profile)
    {
        (this.provider, this.profile, this.surroundings) = (provider, profile, surroundings);
        Features = new HostFeatures { Title = profile.Title, Metadata = profile.Host.Metadata, Deploys = provider.Deployment is not null };
    }

    /// <inheritdoc/>
    public override HostFeatures Features { get; }

    /// <summary>The resource of a provider.</summary>
    public static AzureHost Open(ProviderSettings provider, Profile profile, HostSurroundings surroundings)
    {
        var address = HostAddress.Of(provider, "AZURE_OPENAI_ENDPOINT", profile.Host.Endpoint, surroundings.Variables);
        if (!address.Uri.AbsolutePath.Contains("/openai/", StringComparison.Ordinal))
        {
            address = HostAddress.Parse(new Uri(address.Uri, "openai/v1/").AbsoluteUri);
        }
        return new AzureHost(provider, Authenticate(new WireSettings(profile.Title, address, surroundings.Clock), provider, surroundings), profile, surroundings);
    }

    /// <inheritdoc/>
    public override async Task<string?> DeployAsync(string model, CancellationToken cancellation)
    {
        if (provider.Deployment is not { } deployment)
        {
            return null;
        }
        await using var manager = new ResourceManager(surroundings);
        return await manager.DeployAsync(deployment, model, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<HostedModel?> FindVersionAsync(LockedVersion version, CancellationToken cancellation)
    {
        var found = await FindModelAsync(version.Model, cancellation).ConfigureAwait(false);
        if (found is not { } model || provider.Deployment is not { } deployment)
        {
            return found;
        }
        await using var manager = new ResourceManager(surroundings);
        var (fault, changed) = version.Deployment is { } name ? await manager.FindStateAsync(deployment, name, version.Model, cancellation).ConfigureAwait(false) : default;
        var (trainingEnds, shutDown) = await manager.FindDatesAsync(deployment, version.BaseModel, cancellation).ConfigureAwait(false);
        var idle = fault is null && profile.Host.Hosting?.IdleDays is { } days ? changed?.AddDays(days) : null;
        return model with { Fault = fault, IdleUntil = idle, TrainingEnds = trainingEnds, ShutDown = shutDown ?? model.ShutDown };
    }

    /// <inheritdoc/>
    public override async Task<string?> FindFaultAsync(LockedVersion version, CancellationToken cancellation)
    {
        if (provider.Deployment is not { } deployment)
        {
            return null;
        }
        if (version.Deployment is not { } name)
        {
            return $"version {version.Number} has no deployment";
        }
        await using var manager = new ResourceManager(surroundings);
        return (await manager.FindStateAsync(deployment, name, version.Model, cancellation).ConfigureAwait(false)).Fault;
    }

    /// <inheritdoc/>
    protected override JsonObject Body(JobOrder order)
    {
        var body = base.Body(order);
        var type = provider.TrainingType switch
        {
            "standard" => "Standard",
            "global_standard" => "GlobalStandard",
            "developer" => "Developer",
            _ => null,
        };
        if (type is not null)
        {
            body["trainingType"] = type;
        }
        return body;
    }

    /// <inheritdoc/>
    protected override BinaryContent CancelBody() => JobBody.Content([]); // 411 without one

    // A key that the manifest names must be there; without one, whatever the environment offers: key, token command, Entra ID.
    private static WireSettings Authenticate(WireSettings wire, ProviderSettings provider, HostSurroundings surroundings)
    {
        wire = wire with { Timeout = surroundings.CallTimeout };
        var variable = provider.ApiKeyVariable ?? DefaultKeyVariable;
        var key = new KeySource(surroundings.Variables, variable, wire.Title);
        if (provider.ApiKeyVariable is not null || IsSet(variable))
        {
            return wire with { Key = key, KeyHeader = "api-key" };
        }
        return IsSet(KeySource.TokenCommandVariable)
            ? wire with { Key = key }
            : wire with { Authentication = new EntraPolicy(surroundings.AzureCredential ?? new DefaultAzureCredential(), DataScope, surroundings.Clock.Time) };

        bool IsSet(string name) => !string.IsNullOrWhiteSpace(surroundings.Variables(name));
    }
}
