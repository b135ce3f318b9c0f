using System.Diagnostics;
using System.Text.Json.Nodes;
using FineTune.Core.Lockfile;
using FineTune.Core.Manifest;
using FineTune.Emulator.Tests.Contract;
using FineTune.Providers.Exec;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Killing;
using FineTune.Providers.Tests.Releasing;

namespace FineTune.Providers.Tests.Hosting;

public sealed class WhenACommandTrains : IDisposable
{
    private readonly Clone clone = new("http://127.0.0.1:1/v1");
    private readonly Dictionary<string, string> variables = new() { ["LISTED"] = "yes", ["SECRET"] = Clone.Key, ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };

    public void Dispose() => clone.Dispose();

    [Fact]
    public async Task ItGetsItsFolderAndOnlyTheVariablesThatAreListed()
    {
        Script("""
            env > "$1/env.txt"
            test -s "$1/training.jsonl" && test -s "$1/validation.jsonl" && grep -q '"version": 1' "$1/request.json"
            echo '{"step":1,"total_steps":2,"train_loss":0.7}' >> "$1/events.jsonl"
            echo '{"version":1,"status":"succeeded","model":"out/model","trained_tokens":42}' > "$1/result.json"
            """);

        var outcome = await ReleaseAsync();

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        clone.Entry.CurrentVersion!.Model.ShouldBe("out/model");
        clone.Entry.CurrentVersion.TrainedTokens.ShouldBe(42);
        File.ReadAllLines(Single("env.txt")).Select(line => line.Split('=')[0]).Where(name => name is not ("PWD" or "OLDPWD" or "SHLVL" or "_")).Order().ShouldBe(["LISTED", "PATH"]);
    }

    [Fact]
    public async Task BothFilesAreAsTheirSchemasSay()
    {
        Script("""echo '{"version":1,"status":"succeeded","model":"m","trained_tokens":4,"checkpoints":[{"step":2,"model":"m:2","metrics":{"train_loss":0.5}}]}' > "$1/result.json" """);

        await ReleaseAsync();

        foreach (var name in new[] { "request", "result" })
        {
            var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(EmulatorProgram.Repository, "docs", "formats", $"trainer-{name}.schema.json")))!;
            var content = JsonNode.Parse(File.ReadAllText(Single(name + ".json")))!.AsObject();
            new ApiDescription(schema).Faults(content, schema).ShouldBeEmpty();
            content.Select(member => member.Key).Except(schema["properties"]!.AsObject().Select(member => member.Key)).ShouldBeEmpty();
        }
        clone.Entry.CurrentVersion!.Checkpoints.ShouldHaveSingleItem().Metrics["train_loss"].ShouldBe(0.5);
    }

    [Fact]
    public async Task AFolderThatIsGoneIsHeldByNobody() =>
        await Should.ThrowAsync<DirectoryNotFoundException>(() => new RunFolder(Path.Combine(clone.Folder, "gone")).HoldAsync());

    [Fact]
    public async Task ACommandThatFailsIsAFailedJobWithItsLogKept()
    {
        Script("echo something is wrong; exit 3");

        var outcome = await ReleaseAsync();

        (outcome.End, outcome.ExitCode).ShouldBe((ReleaseEnd.Failed, 1));
        outcome.Message.ShouldContain("exit code 3");
        File.ReadAllText(Single("log.txt")).ShouldContain("something is wrong");
        Script("""echo '{"version":1,"status":"succeeded","model":"m"}' > "$1/result.json" """);
        (await ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);
    }

    [Fact]
    public async Task AnInterruptedReleaseLeavesItAndTheNextOneWaitsForIt()
    {
        Script("""
            echo started >> "$1/starts.txt"
            while [ ! -e "$1/go" ]; do sleep 0.1; done
            echo '{"version":1,"status":"succeeded","model":"m"}' > "$1/result.json"
            """);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        var first = await ReleaseAsync(cancellation: stop.Token);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Single("starts.txt"))!, "go"), "");
        var next = await ReleaseAsync();

        first.End.ShouldBe(ReleaseEnd.Interrupted);
        next.End.ShouldBe(ReleaseEnd.Released, next.Message);
        File.ReadAllLines(Single("starts.txt")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task WithoutWaitingItGoesOnAndSyncBringsItIn()
    {
        Script("""
            while [ ! -e "$1/go" ]; do sleep 0.1; done
            echo '{"version":1,"status":"succeeded","model":"m"}' > "$1/result.json"
            """);

        var started = await ReleaseAsync(new ReleaseOptions { Wait = false });
        var early = await SyncAsync();
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Single("request.json"))!, "go"), "");
        var late = await UntilEndedAsync();

        (started.End, started.ExitCode).ShouldBe((ReleaseEnd.Started, 0));
        early.End.ShouldBe(ReleaseEnd.StillRunning);
        late.End.ShouldBe(ReleaseEnd.Released, late.Message);
    }

    [Fact]
    public async Task OneThatWasKilledGoesOnInTheSameFolder()
    {
        Script("""
            echo started >> "$1/starts.txt"
            if [ $(wc -l < "$1/starts.txt") -lt 2 ]; then sleep 60; fi
            echo '{"version":1,"status":"succeeded","model":"m"}' > "$1/result.json"
            """);
        await ReleaseAsync(new ReleaseOptions { Wait = false });
        await UntilAsync(() => Directory.GetFiles(clone.Folder, "starts.txt", SearchOption.AllDirectories).Length == 1);
        KeeperOf().Kill(entireProcessTree: true);
        await UntilAsync(() => SyncAsync().Result.Message.Contains("interrupted", StringComparison.Ordinal));

        var next = await ReleaseAsync();

        next.End.ShouldBe(ReleaseEnd.Released, next.Message);
        File.ReadAllLines(Single("starts.txt")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task CancellingLetsItCleanUp()
    {
        Script("""
            trap 'echo gone > "$1/cleaned.txt"; exit 1' TERM
            touch "$1/ready"
            while true; do sleep 0.1; done
            """);
        await ReleaseAsync(new ReleaseOptions { Wait = false });
        await UntilAsync(() => Directory.GetFiles(clone.Folder, "ready", SearchOption.AllDirectories).Length == 1);
        using var keeper = KeeperOf();

        await using var hosts = Hosts();
        using var operations = Operations(hosts);
        var outcome = await operations.CancelAsync("support-bot", default);

        (outcome.End, outcome.ExitCode).ShouldBe((ReleaseEnd.Cancelled, 0), outcome.Message);
        File.ReadAllText(Single("cleaned.txt")).ShouldBe("gone\n");
        keeper.WaitForExit(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        clone.Entry.Attempts[0].State.ShouldBe(AttemptState.Cancelled);
    }

    [Fact]
    public async Task OneThatDoesNotListenIsEndedByForce()
    {
        Script("""
            trap '' TERM
            touch "$1/ready"
            while true; do sleep 0.1; done
            """);
        await ReleaseAsync(new ReleaseOptions { Wait = false });
        await UntilAsync(() => Directory.GetFiles(clone.Folder, "ready", SearchOption.AllDirectories).Length == 1);
        using var keeper = KeeperOf();

        await using var hosts = Hosts();
        using var operations = Operations(hosts);
        using var hurry = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        (await operations.CancelAsync("support-bot", hurry.Token)).End.ShouldBe(ReleaseEnd.Cancelled);

        keeper.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();
    }

    [Fact]
    public async Task AKeyThatItPrintsIsNotInItsLog()
    {
        Script("""
            echo "the key is sk-proj-$(printf 'aB3%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)"
            echo '{"version":1,"status":"succeeded","model":"m"}' > "$1/result.json"
            """);

        await ReleaseAsync();

        File.ReadAllText(Single("log.txt")).ShouldNotContain("aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3");
        File.ReadAllText(Single("log.txt")).ShouldContain("the key is");
    }

    [Theory]
    [InlineData("../../out")]
    [InlineData("m\"; rm -rf /")]
    [InlineData("\u001b[31mred")]
    public async Task AModelNameThatIsNoneIsAFailedJob(string model)
    {
        Script($$"""printf '%s' '{"version":1,"status":"succeeded","model":{{System.Text.Json.JsonSerializer.Serialize(model)}}}' > "$1/result.json" """);

        var outcome = await ReleaseAsync();

        (outcome.End, outcome.ExitCode).ShouldBe((ReleaseEnd.Failed, 1));
        outcome.Message.ShouldNotContain("\u001b");
    }

    [Fact]
    public async Task ACommandThatIsNotThereIsSaidSo()
    {
        var outcome = await ReleaseAsync(command: ["no-such-program-at-all"]);

        outcome.Rule!.Code.ShouldBe("FT8013");
        outcome.Message.ShouldContain("no-such-program-at-all");
    }

    private void Script(string text) => File.WriteAllText(Path.Combine(clone.Folder, "train.sh"), "set -e\n" + text + "\n");

    private string Single(string name) => Directory.GetFiles(clone.Folder, name, SearchOption.AllDirectories).Single();

    private Process KeeperOf() => Process.GetProcessById((int)System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Single("state.json")))!["process"]!);

    private static async Task UntilAsync(Func<bool> done)
    {
        for (var tries = 0; tries < 200 && !done(); tries++)
        {
            await Task.Delay(100);
        }
    }

    private async Task<ReleaseOutcome> UntilEndedAsync()
    {
        var outcome = await SyncAsync();
        await UntilAsync(() => (outcome = SyncAsync().Result).End != ReleaseEnd.StillRunning);
        return outcome;
    }

    private async Task<ReleaseOutcome> SyncAsync()
    {
        await using var hosts = Hosts();
        using var operations = Operations(hosts);
        return (await operations.SyncAsync(default)).Single();
    }

    private HostDirectory Hosts() =>
        new(new HostSurroundings(variables.GetValueOrDefault, Quick, clone.Folder) { KeeperProgram = typeof(Program).Assembly.Location });

    private ModelOperations Operations(HostDirectory hosts) => new(hosts, clone.Manifest(provider: Provider()), clone.Lock, clone.Progress, Quick);

    private static Clock Quick => Clock.Of(TimeProvider.System) with { Pause = (time, token) => Task.Delay(time / 10, token) };

    private static ProviderSettings Provider(IReadOnlyList<string>? command = null) =>
        new() { Name = "own-gpus", Kind = ProviderKind.Exec, Profile = "generic", Command = command ?? ["/bin/sh", "train.sh"], Environment = ["LISTED"] };

    private async Task<ReleaseOutcome> ReleaseAsync(ReleaseOptions? options = null, IReadOnlyList<string>? command = null, CancellationToken cancellation = default)
    {
        await using var hosts = Hosts();
        using var releaser = new Releaser(hosts, clone.Lock, clone.Progress, Quick);
        return (await releaser.ReleaseAsync([clone.Order(provider: Provider(command))], options ?? new ReleaseOptions(), cancellation))[0];
    }
}
