using Azure.Core;
using FineTune.Core.Findings;
using FineTune.Core.Manifest;
using FineTune.Providers.Emulation;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;
using FineTune.Providers.Tests.Releasing;

namespace FineTune.Providers.Tests.Hosting;

public sealed class WhenAzureIsTheProvider : IDisposable
{
    private readonly Clone _clone = new("http://127.0.0.1:1/v1");

    public void Dispose() => _clone.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheModelIsTrainedAndDeployed(bool withKey)
    {
        var clock = Clock.System with { Pause = (time, cancellation) => Task.Delay(time / 20, cancellation) };
        var surroundings = new HostSurroundings(name => name == "AZURE_OPENAI_API_KEY" && withKey ? "key" : null, clock, _clone.Folder)
        {
            EmulatorProgram = EmulatorProgram.Path,
            EmulatorSpeed = "instant",
            AzureCredential = new FixedCredential(),
        };
        await using var emulator = await EmulatorProcess.StartAsync(surroundings, default);
        var root = emulator.Address.Uri.GetLeftPart(UriPartial.Authority);
        await using var hosts = new HostDirectory(surroundings with { ResourceManagerAddress = root });
        var provider = Provider(root);
        using var releaser = new Releaser(hosts, _clone.Lock, _clone.Progress, clock);

        var outcome = (await releaser.ReleaseAsync([_clone.Order(provider: provider)], new ReleaseOptions(), default))[0];

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        _clone.Entry.CurrentVersion!.Deployment.ShouldBe("support-bot");
    }

    private ProviderSettings Provider(string root)
    {
        var where = new SourceSpan(Path.Combine(_clone.Folder, "finetune.yml"), TextRange.FileStart);
        return new ProviderSettings
        {
            Name = "azure-eu",
            Kind = ProviderKind.Azure,
            Profile = "azure",
            Endpoint = new Sourced<string>(root, where),
            TrainingType = "global_standard",
            Deployment = new DeploymentSettings(
                new Sourced<string>("/subscriptions/s-1/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/acct", where), new Sourced<string>("support-bot", where), "standard", 1),
        };
    }

    private sealed class FixedCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new("a-token", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
