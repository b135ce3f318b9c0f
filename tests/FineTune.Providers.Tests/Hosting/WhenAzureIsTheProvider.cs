using System.Text.Json;
using Azure.Core;
using FineTune.Core.Findings;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Providers.Emulation;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Killing;
using FineTune.Providers.Tests.Releasing;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Hosting;

public sealed class WhenAzureIsTheProvider : IDisposable
{
    private readonly Clone clone = new("http://127.0.0.1:1/v1");

    private static Clock Quick { get; } = Clock.Of(TimeProvider.System) with { Pause = (time, cancellation) => Task.Delay(time / 20, cancellation) };

    public void Dispose() => this.clone.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheModelIsTrainedAndDeployed(bool withKey)
    {
        var surroundings = Emulated(withKey);
        await using var emulator = await EmulatorProcess.StartAsync(surroundings, default);
        var root = emulator.Address.Uri.GetLeftPart(UriPartial.Authority);
        await using var hosts = new HostDirectory(surroundings with { ResourceManagerAddress = root });
        var provider = Provider(root);
        using var releaser = new Releaser(hosts, this.clone.Lock, this.clone.Progress, Quick);

        var outcome = (await releaser.ReleaseAsync([this.clone.Order(provider: provider)], new ReleaseOptions(), default))[0];

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        this.clone.Entry.CurrentVersion!.Deployment.ShouldBe("support-bot");
    }

    [Fact]
    public async Task WhatNothingServesAnyMoreIsDeployedAgainAndNotTrainedAgain()
    {
        var surroundings = Emulated();
        await using var emulator = await EmulatorProcess.StartAsync(surroundings, default);
        var root = emulator.Address.Uri.GetLeftPart(UriPartial.Authority);
        await using var hosts = new HostDirectory(surroundings with { ResourceManagerAddress = root });
        var provider = Provider(root);
        var deployment = new Uri($"{root}/subscriptions/s-1/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/acct/deployments/support-bot?api-version=1");
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("Authorization", "Bearer key");

        (await ReleaseAsync("a")).Message!.ShouldNotContain("again");
        (await ReleaseAsync("a")).Message!.ShouldNotContain("again");
        (await client.DeleteAsync(deployment)).EnsureSuccessStatusCode();
        (await ReleaseAsync("a")).Message!.ShouldEndWith("is deployed as support-bot again");
        await ReleaseAsync("b");
        (await ServedAsync()).ShouldBe(this.clone.Entry.Versions[0].Model);

        var checkpoint = this.clone.Entry.Versions[1].Checkpoints[0];
        this.clone.Lock.Write(LockEdit.Pin(this.clone.Content!, "support-bot", new Pin(1, "worse") { Step = checkpoint.Step })!);
        (await ReleaseAsync("b")).Message!.ShouldEndWith($"{checkpoint.Model} is deployed as support-bot again");

        (await ServedAsync()).ShouldBe(checkpoint.Model);
        (await CreatesAsync(root)).ShouldBe(2);

        // Another model that names the same deployment would be thrown out of it.
        this.clone.Lock.Write(LockEdit.Change(LockEdit.Unpin(this.clone.Content!, "support-bot"), "other", _ => this.clone.Entry));
        (await ReleaseAsync("b")).Message!.ShouldNotContain("again");
        (await ServedAsync()).ShouldBe(checkpoint.Model);

        async Task<ReleaseOutcome> ReleaseAsync(string suffix)
        {
            using var releaser = new Releaser(hosts, this.clone.Lock, this.clone.Progress, Quick);
            var outcome = (await releaser.ReleaseAsync([this.clone.Order(suffix, provider: provider)], new ReleaseOptions(), default))[0];
            outcome.ExitCode.ShouldBe(0, outcome.Message);
            return outcome;
        }

        async Task<string?> ServedAsync()
        {
            using var json = JsonDocument.Parse(await client.GetStringAsync(deployment));
            return json.RootElement.GetProperty("properties").GetProperty("model").GetProperty("name").GetString();
        }
    }

    [Theory]
    [InlineData("ours", "2027-10-14T00:00:00Z", null)]
    [InlineData("another", "2027-10-14T00:00:00Z", "its deployment support-bot serves")]
    [InlineData(null, "2027-10-14T00:00:00Z", "its deployment support-bot is gone")]
    public async Task ItsDeploymentAndTheDatesOfResourceManagerAreAskedFor(string? served, string shutDown, string? fault)
    {
        using var stub = new StubProvider();
        const string account = "/subscriptions/s-1/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/acct";
        stub.Answers = request => request.Path switch
        {
            "/openai/v1/models/ours" => """{"id":"ours"}""",
            account => """{"location":"swedencentral"}""",
            account + "/deployments/support-bot" when served is not null =>
                $$"""{"systemData":{"createdAt":"2026-11-20T10:00:00Z","lastModifiedAt":"2026-11-29T10:00:00Z"},"properties":{"provisioningState":"Succeeded","model":{"name":"{{served}}" } } }""",
            "/subscriptions/s-1/providers/Microsoft.CognitiveServices/locations/swedencentral/models" =>
                $$"""{"value":[{"model":{"name":"gpt-4.1-mini","version":"2025-04-14","deprecation":{"fineTune":"2027-04-14T00:00:00Z","inference":"{{shutDown}}" } } }]}""",
            _ => null,
        };
        var root = new Uri(stub.Address).GetLeftPart(UriPartial.Authority);
        var surroundings = new HostSurroundings(name => name == "AZURE_OPENAI_API_KEY" ? "key" : null, this.clone.Time.Clock, this.clone.Folder) { AzureCredential = new FixedCredential(), ResourceManagerAddress = root };
        await using var hosts = new HostDirectory(surroundings);
        var provider = Provider(root);
        var attempt = this.clone.Order(provider: provider).Attempt with { JobId = "ftjob-1" };
        this.clone.Lock.Write(LockEdit.Promote(LockEdit.New(new string('a', 32)), "support-bot", attempt, new TrainingOutcome("ours") { Deployment = "support-bot" }));
        using var operations = new ModelOperations(hosts, this.clone.Manifest(provider: provider), this.clone.Lock, this.clone.Progress, this.clone.Time.Clock);

        var check = (await operations.VerifyOnlineAsync(default)).ShouldHaveSingleItem();

        check.Problem.ShouldBeNull();
        (check.Exists, check.TrainingEnds, check.ShutDown).ShouldBe((true, new DateOnly(2027, 4, 14), new DateOnly(2027, 10, 14)));
        (check.Fault ?? "").ShouldStartWith(fault ?? "");
        (check.Fault is null).ShouldBe(fault is null);
        check.IdleUntil.ShouldBe(fault is null ? new DateOnly(2026, 12, 14) : null);
    }

    [Fact]
    public async Task AtWhateverCallOrWriteItIsStoppedTheNextRunEndsWithOneJobAndItsDeployment()
    {
        var surroundings = Emulated();
        await using var emulator = await EmulatorProcess.StartAsync(surroundings, default);
        var root = emulator.Address.Uri.GetLeftPart(UriPartial.Authority);
        var stopped = 0;

        for (var point = 1; stopped == point - 1; point++)
        {
            await using var hosts = new HostDirectory(surroundings with { ResourceManagerAddress = root });
            using var clone = new Clone("http://127.0.0.1:1/v1");
            using var stop = new CancellationTokenSource();
            var counter = new PointCounter(point, () =>
            {
                stopped++;
                stop.Cancel();
            });
            clone.Lock.Before = _ => counter.Pass();
            clone.Lock.After = _ => counter.Pass();
            var order = clone.Order($"point-{point}", provider: Provider(root, $"bot-{point}"));
            using (var releaser = new Releaser(new CountedHosts(hosts, counter), clone.Lock, clone.Progress, Quick))
            {
                await releaser.ReleaseAsync([order], new ReleaseOptions(), stop.Token);
            }
            (clone.Lock.Before, clone.Lock.After) = (_ => { }, _ => { });
            using var next = new Releaser(hosts, clone.Lock, clone.Progress, Quick);

            var outcome = (await next.ReleaseAsync([order], new ReleaseOptions(), default))[0];

            outcome.ExitCode.ShouldBe(0, $"point {point}: {outcome.Message}");
            clone.Entry.CurrentVersion!.Deployment.ShouldBe($"bot-{point}", $"point {point}");
            (await CreatesAsync(root)).ShouldBe(point, $"point {point}");
        }

        stopped.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task ACancelHasABodyBecauseAzureRefusesOneWithout()
    {
        using var stub = new StubProvider();
        var surroundings = new HostSurroundings(name => name == "AZURE_OPENAI_API_KEY" ? "key" : null, this.clone.Time.Clock, this.clone.Folder);
        await using var hosts = new HostDirectory(surroundings);
        var host = await hosts.OpenAsync(Provider(new Uri(stub.Address).GetLeftPart(UriPartial.Authority)), default);

        await Should.ThrowAsync<ReleaseError>(() => host.CancelJobAsync("ftjob-1", default)); // the stub has no such job

        stub.Requests.First(request => request.Call == Call.Cancel).Text.ShouldBe("{}");
    }

    [Theory]
    [InlineData("a-key-of-the-test")]
    [InlineData(null)]
    public async Task WhatTheHostEchoesOfAKeyOrATokenIsMasked(string? key)
    {
        using var stub = new StubProvider();
        stub.Answers = request => request.Path == "/openai/v1/chat/completions"
            ? $$"""{"choices":[{"message":{"content":"you sent {{key ?? FixedCredential.Token}}, I am {{key ?? FixedCredential.Token}}"} }]}"""
            : null;
        var surroundings = new HostSurroundings(name => name == "AZURE_OPENAI_API_KEY" ? key : null, this.clone.Time.Clock, this.clone.Folder) { AzureCredential = new FixedCredential() };
        await using var hosts = new HostDirectory(surroundings);
        var host = await hosts.OpenAsync(Provider(new Uri(stub.Address).GetLeftPart(UriPartial.Authority)), default);

        (await host.ChatAsync("ours", "who am I?", default)).Text.ShouldBe("you sent ***, I am ***");
    }

    private static async Task<int> CreatesAsync(string root)
    {
        using var client = new HttpClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync($"{root}/_emulator/requests"));
        return json.RootElement.GetProperty("data").EnumerateArray().Count(request =>
            request.GetProperty("method").GetString() == "POST" && request.GetProperty("path").GetString()!.EndsWith("/fine_tuning/jobs", StringComparison.Ordinal));
    }

    private HostSurroundings Emulated(bool withKey = true) => new(name => name == "AZURE_OPENAI_API_KEY" && withKey ? "key" : null, Quick, this.clone.Folder)
    {
        EmulatorProgram = EmulatorProgram.Path,
        EmulatorSpeed = "instant",
        AzureCredential = new FixedCredential(),
    };

    private ProviderSettings Provider(string root, string deployment = "support-bot")
    {
        var where = new SourceSpan(Path.Combine(this.clone.Folder, "finetune.yml"), TextRange.FileStart);
        return new ProviderSettings
        {
            Name = "azure-eu",
            Kind = ProviderKind.Azure,
            Profile = "azure",
            Endpoint = new Sourced<string>(root, where),
            TrainingType = "global_standard",
            Deployment = new DeploymentSettings(
                new Sourced<string>("/subscriptions/s-1/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/acct", where), new Sourced<string>(deployment, where), "standard", 1),
        };
    }

    private sealed class FixedCredential : TokenCredential
    {
        public const string Token = "a-token-of-the-test";

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(Token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
