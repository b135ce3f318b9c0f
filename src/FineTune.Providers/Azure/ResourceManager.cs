using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Identity;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;
using FineTune.Providers.OpenAI;

namespace FineTune.Providers.Azure;

/// <summary>The part of Azure Resource Manager that puts a tuned model behind a deployment name.</summary>
internal sealed partial class ResourceManager : IAsyncDisposable
{
    private const string Scope = "https://management.azure.com/.default";
    private const string ApiVersion = "2024-10-21";
    private const string ModelsVersion = "2024-10-01";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);
    private readonly HostSurroundings surroundings;
    private readonly Wire wire;

    public ResourceManager(HostSurroundings surroundings)
    {
        this.surroundings = surroundings;
        var credential = surroundings.AzureCredential ?? new DefaultAzureCredential();
        wire = new Wire(new WireSettings("Azure Resource Manager", HostAddress.Parse(surroundings.ResourceManagerAddress), surroundings.Clock)
        {
            Authentication = new EntraPolicy(credential, Scope, surroundings.Clock.Time),
            Timeout = surroundings.CallTimeout,
        });
    }

    /// <summary>Deploys a model and waits until it is ready; the same again changes nothing.</summary>
    /// <returns>The deployment's name.</returns>
    /// <exception cref="ReleaseError">FT8012.</exception>
    public async Task<string> DeployAsync(DeploymentSettings deployment, string model, CancellationToken cancellation)
    {
        var resource = Resource(deployment);
        var name = VariableText.Expand(deployment.Name, surroundings.Variables);
        if (!NamePattern().IsMatch(name))
        {
            throw Failed($"the deployment {SafeText.Quote(deployment.Name.Value)} needs a name of letters, digits, . _ or -", ExitCode.Usage);
        }
        var path = $"{resource}/deployments/{name}?api-version={ApiVersion}";
        var state = State(await PutAsync(path, deployment, model, cancellation).ConfigureAwait(false));
        var start = surroundings.Clock.Time.GetTimestamp();
        for (var pause = TimeSpan.FromSeconds(2); state != "Succeeded"; pause = pause < TimeSpan.FromSeconds(20) ? pause * 1.5 : pause)
        {
            if (state is "Failed" or "Canceled" or "Disabled" || surroundings.Clock.Time.GetElapsedTime(start) > Patience)
            {
                throw Failed($"the deployment {name} of {model} is {SafeText.Quote(state)}; the model itself is trained: run the release again to deploy it");
            }
            await surroundings.Clock.Pause(pause, cancellation).ConfigureAwait(false);
            state = State(await GetAsync(path, cancellation).ConfigureAwait(false));
        }
        return name;
    }

    /// <summary>What is wrong with a deployment that should serve a model, null for nothing; and the day on which it was last changed.</summary>
    public async Task<(string? Fault, DateOnly? Changed)> FindStateAsync(DeploymentSettings deployment, string name, string model, CancellationToken cancellation)
    {
        try
        {
            var answer = await GetAsync($"{Resource(deployment)}/deployments/{Uri.EscapeDataString(name)}?api-version={ApiVersion}", cancellation).ConfigureAwait(false);
            var served = answer.Object("properties")?.Object("model")?.SafeLine("name");
            var fault = served is not null && served != model ? $"its deployment {name} serves {SafeText.Quote(served)}"
                : State(answer) is "Succeeded" or "unknown" ? null
                : $"its deployment {name} is {SafeText.Quote(State(answer))}";
            return (fault, answer.Object("systemData") is { } system ? Day(system, "lastModifiedAt") ?? Day(system, "createdAt") : null);
        }
        catch (ReleaseError error) when (error.Status == 404)
        {
            return ($"its deployment {name} is gone", null);
        }
    }

    /// <summary>The days on which a base model ends where the resource is: training, then answering; null for none announced.</summary>
    /// <param name="deployment">Names the resource.</param>
    /// <param name="baseModel">For example <c>gpt-4.1-mini-2025-04-14</c>: a name and a version.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<(DateOnly? TrainingEnds, DateOnly? ShutDown)> FindDatesAsync(DeploymentSettings deployment, string baseModel, CancellationToken cancellation)
    {
        var resource = Resource(deployment);
        var account = await GetAsync($"{resource}?api-version={ApiVersion}", cancellation).ConfigureAwait(false);
        if (account.Text("location") is not { } location || !NamePattern().IsMatch(location))
        {
            return (null, null);
        }
        var subscription = resource.Split('/')[1];
        var path = $"subscriptions/{subscription}/providers/Microsoft.CognitiveServices/locations/{location}/models?api-version={ModelsVersion}";
        var models = await GetAsync(path, cancellation).ConfigureAwait(false);
        var dates = models.List("value")
            .Select(entry => entry.Object("model"))
            .OfType<JsonElement>()
            .Where(model => $"{model.Text("name")}-{model.Text("version")}" == baseModel)
            .Select(model => model.Object("deprecation"))
            .OfType<JsonElement>()
            .FirstOrDefault();
        return (Day(dates, "fineTune"), Day(dates, "inference"));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => wire.DisposeAsync();

    private async Task<JsonElement> PutAsync(string path, DeploymentSettings deployment, string model, CancellationToken cancellation)
    {
        using var body = JobBody.Content(new JsonObject
        {
            ["sku"] = new JsonObject { ["name"] = deployment.Sku, ["capacity"] = deployment.Capacity },
            ["properties"] = new JsonObject { ["model"] = new JsonObject { ["format"] = "OpenAI", ["name"] = model, ["version"] = "1" } },
        });
        // PUT of the same name and content is the same deployment, however often it is sent.
        var call = new HttpCall("deploy the model", "PUT", path, ReleaseRules.DeploymentFailed) { Body = body, Repeatable = true };
        return await wire.SendAsync(call, cancellation).ConfigureAwait(false);
    }

    private Task<JsonElement> GetAsync(string path, CancellationToken cancellation) =>
        wire.SendAsync(new HttpCall("say how the deployment is", "GET", path, ReleaseRules.DeploymentFailed) { Repeatable = true }, cancellation);

    private static DateOnly? Day(JsonElement dates, string name) =>
        DateTimeOffset.TryParse(dates.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? DateOnly.FromDateTime(time.UtcDateTime) : null;

    private string Resource(DeploymentSettings deployment)
    {
        var resource = VariableText.Expand(deployment.ResourceId, surroundings.Variables).Trim('/');
        return ResourcePattern().IsMatch(resource)
            ? resource
            : throw Failed($"the resource ID {SafeText.Quote(deployment.ResourceId.Value)} is none such as /subscriptions/…/accounts/NAME", ExitCode.Usage);
    }

    private static string State(JsonElement answer) => answer.Object("properties")?.Text("provisioningState") ?? "unknown";

    private static ReleaseError Failed(string message, int exitCode = ExitCode.Refused) => new(ReleaseRules.DeploymentFailed, message, exitCode);

    [GeneratedRegex(@"^subscriptions/[A-Za-z0-9-]+/resourceGroups/[A-Za-z0-9._()-]+/providers/Microsoft\.CognitiveServices/accounts/[A-Za-z0-9._-]+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResourcePattern();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex NamePattern();
}
