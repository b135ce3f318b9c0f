using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

public sealed class WhenTheProcessEnds : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ItSaysOneLineAndEndsCleanlyWhenAsked()
    {
        await using var emulator = await EmulatorProcess.StartAsync(folder.Path);
        emulator.FirstLine.ShouldMatch(@"^listening on http://127\.0\.0\.1:\d+/v1$");
        (await emulator.TerminateAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ARunningJobGoesOnWithoutIt()
    {
        string job;
        await using (var first = await EmulatorProcess.StartAsync(folder.Path, "--speed", "2"))
        {
            job = await first.Api.StartJobAsync(Data.Supervised, body => body["metadata"] = new JsonObject { ["digest"] = "d" });
            await first.KillAsync();
        }
        await using var second = await EmulatorProcess.StartAsync(folder.Path, "--speed", "2");
        var found = (await second.Api.GetAsync("v1/fine_tuning/jobs?metadata[digest]=d")).Body["data"]!.AsArray();
        ((string?)found.ShouldHaveSingleItem()!["id"]).ShouldBe(job);
        var done = await second.Api.WaitForAsync(job, "succeeded");
        await second.KillAsync();

        await using var third = await EmulatorProcess.StartAsync(folder.Path);
        (await third.Api.GetAsync($"v1/fine_tuning/jobs/{job}")).Body.ToJsonString().ShouldBe(done.ToJsonString());
        var requests = await third.Api.RequestsAsync();
        requests.Count(request => (string?)request["method"] == "POST" && (string?)request["path"] == "/v1/fine_tuning/jobs").ShouldBe(1);
        var answer = await third.Api.PostAsync("v1/chat/completions", new JsonObject
        {
            ["model"] = (string)done["fine_tuned_model"]!,
            ["messages"] = new JsonArray(Data.Message("user", "Where do I find my address?")),
        });
        ((string?)answer.Body["choices"]![0]!["message"]!["content"]).ShouldBe("Your address is on the page addresss.");
    }

    [Fact]
    public async Task AFasterRestartMovesJobsOnAndTheClockIsKept()
    {
        string job;
        await using (var slow = await EmulatorProcess.StartAsync(folder.Path, "--speed", "0.001"))
        {
            job = await slow.Api.StartJobAsync(Data.Supervised);
            await slow.Api.AdvanceAsync(86_400);
            await slow.KillAsync();
        }
        await using var fast = await EmulatorProcess.StartAsync(folder.Path, "--speed", "instant");
        var done = await fast.Api.WaitForAsync(job, "succeeded");
        var now = (long)(await fast.Api.PostAsync("_emulator/clock", new JsonObject { ["seconds"] = 0 })).Body["now"]!;
        now.ShouldBeGreaterThanOrEqualTo((long)done["created_at"]! + 86_400);
    }

    [Fact]
    public async Task KillingItAtAnyTimeLeavesAStateThatCanBeRead()
    {
        var jobs = new HashSet<string>();
        // On a busy machine a round may end before its first job is made; then a longer one follows.
        for (var round = 0; round < 6 || (jobs.Count == 0 && round < 40); round++)
        {
            await using var emulator = await EmulatorProcess.StartAsync(folder.Path, "--speed", "instant");
            var listed = (await emulator.Api.GetAsync("v1/fine_tuning/jobs?limit=1000")).Body["data"]!.AsArray().Select(job => (string)job!["id"]!).ToHashSet();
            listed.IsSupersetOf(jobs).ShouldBeTrue();
            foreach (var job in listed)
            {
                await emulator.Api.WaitForAsync(job, "succeeded");
            }
            var work = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                while (true)
                {
                    var job = await emulator.Api.StartJobAsync(Data.Supervised);
                    lock (jobs)
                    {
                        jobs.Add(job);
                    }
                }
            })).ToList();
            await Task.Delay(60 + round * 40);
            await emulator.KillAsync();
            await Should.ThrowAsync<Exception>(() => Task.WhenAll(work));
        }
        jobs.ShouldNotBeEmpty();
        Directory.GetFiles(folder.Path, "*.tmp", SearchOption.AllDirectories).Length.ShouldBeLessThan(20);
    }

    [Theory]
    [InlineData("jobs")]
    [InlineData("contents")]
    public async Task TheNextOneClearsAwayWhatWasHalfWritten(string shelf)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, shelf));
        var half = folder.Write($"{shelf}/x.json.abcd1234.abc.tmp", "{");
        var others = folder.Write($"{shelf}/notes.tmp", "mine");

        await using var emulator = await EmulatorProcess.StartAsync(folder.Path);

        File.Exists(half).ShouldBeFalse();
        File.Exists(others).ShouldBeTrue();
    }

    [Fact]
    public async Task ASecondOneOnTheSameFolderRefuses()
    {
        await using var first = await EmulatorProcess.StartAsync(folder.Path);
        var (code, output, error) = await EmulatorProcess.RunAsync("--data", folder.Path);
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("another emulator is using");
        (await first.Api.GetAsync("v1/models")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ItGoesWithItsParent()
    {
        using var parent = Process.Start("sleep", "60");
        await using var emulator = await EmulatorProcess.StartAsync(folder.Path, "--parent", parent.Id.ToString());
        (await emulator.Api.GetAsync("v1/models")).Status.ShouldBe(HttpStatusCode.OK);
        parent.Kill();
        await parent.WaitForExitAsync();
        (await emulator.WaitAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--port", "-1")]
    [InlineData("--speed", "0")]
    [InlineData("--speed", "fast")]
    [InlineData("--parent", "x")]
    [InlineData("--faults", "/does/not/exist.json")]
    [InlineData("--surprise", "x")]
    [InlineData("--data", null)]
    public async Task WrongArgumentsAreAnError(string name, string? value)
    {
        var (code, output, error) = await EmulatorProcess.RunAsync(value is null ? [name] : [name, value]);
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldStartWith("finetune-emulator: ");
        error.ShouldNotContain("   at ");
    }
}
