using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;
using FineTune.Providers.Tests.Releasing;

namespace FineTune.Providers.Tests.Hosting;

public sealed class WhenACommandTrains : IDisposable
{
    private readonly Clone _clone = new("http://127.0.0.1:1/v1");

    public void Dispose() => _clone.Dispose();

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
        _clone.Entry.CurrentVersion!.Model.ShouldBe("out/model");
        _clone.Entry.CurrentVersion.TrainedTokens.ShouldBe(42);
        var environment = File.ReadAllText(Directory.GetFiles(_clone.Folder, "env.txt", SearchOption.AllDirectories).Single());
        environment.ShouldContain("LISTED=yes");
        environment.ShouldNotContain("SECRET");
    }

    [Fact]
    public async Task ACommandThatFailsIsAFailedJobWithItsLogKept()
    {
        Script("echo something is wrong; exit 3");

        var outcome = await ReleaseAsync();

        (outcome.End, outcome.ExitCode).ShouldBe((ReleaseEnd.Failed, 1));
        outcome.Message.ShouldContain("exit code 3");
        File.ReadAllText(Directory.GetFiles(_clone.Folder, "log.txt", SearchOption.AllDirectories).Single()).ShouldContain("something is wrong");
        Script("""echo '{"version":1,"status":"succeeded","model":"m"}' > "$1/result.json" """);
        (await ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);
    }

    [Fact]
    public async Task ACommandThatWasCutOffGoesOnInTheSameFolder()
    {
        Script("""
            echo started >> "$1/starts.txt"
            if [ $(wc -l < "$1/starts.txt") -lt 2 ]; then sleep 60; fi
            echo '{"version":1,"status":"succeeded","model":"m"}' > "$1/result.json"
            """);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));

        var first = await ReleaseAsync(cancellation: stop.Token);
        var next = await ReleaseAsync();

        first.End.ShouldBe(ReleaseEnd.Interrupted);
        next.End.ShouldBe(ReleaseEnd.Released, next.Message);
        File.ReadAllLines(Directory.GetFiles(_clone.Folder, "starts.txt", SearchOption.AllDirectories).Single()).Length.ShouldBe(2);
    }

    [Fact]
    public async Task ACommandThatIsNotThereIsSaidSo()
    {
        var outcome = await ReleaseAsync(command: ["no-such-program-at-all"]);

        outcome.Rule!.Code.ShouldBe("FT8013");
    }

    private void Script(string text) => File.WriteAllText(Path.Combine(_clone.Folder, "train.sh"), "set -e\n" + text + "\n");

    private async Task<ReleaseOutcome> ReleaseAsync(IReadOnlyList<string>? command = null, CancellationToken cancellation = default)
    {
        var clock = Clock.System with { Pause = (time, token) => Task.Delay(time / 10, token) };
        var variables = new Dictionary<string, string> { ["LISTED"] = "yes", ["SECRET"] = "no", ["PATH"] = Environment.GetEnvironmentVariable("PATH")! };
        var provider = new ProviderSettings { Name = "own-gpus", Kind = ProviderKind.Exec, Profile = "generic", Command = command ?? ["/bin/sh", "train.sh"], Environment = ["LISTED"] };
        await using var hosts = new HostDirectory(new HostSurroundings(variables.GetValueOrDefault, clock, _clone.Folder));
        using var releaser = new Releaser(hosts, _clone.Lock, _clone.Progress, clock);
        return (await releaser.ReleaseAsync([_clone.Order(provider: provider)], new ReleaseOptions(), cancellation))[0];
    }
}
