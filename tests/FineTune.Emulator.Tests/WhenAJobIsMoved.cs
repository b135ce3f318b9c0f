using System.Net;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

public sealed class WhenAJobIsMoved : RunningEmulator
{
    private protected override double Speed => 0.0005;

    [Fact]
    public async Task ItGoesThroughTheStatusesByTheClock()
    {
        var job = await Api.StartJobAsync(Data.Supervised);
        await Task.Delay(300);
        (await StatusAsync(job)).ShouldBe("validating_files");
        await Api.AdvanceAsync(1300);
        (await StatusAsync(job)).ShouldBe("queued");
        await Api.AdvanceAsync(1300);
        var running = (await Api.GetAsync($"v1/fine_tuning/jobs/{job}")).Body;
        ((string?)running["status"]).ShouldBe("running");
        ((long)running["estimated_finish"]!).ShouldBeGreaterThan((long)running["created_at"]!);
        running["fine_tuned_model"].ShouldBeNull();
        await Api.AdvanceAsync(100000);
        var ended = (await Api.GetAsync($"v1/fine_tuning/jobs/{job}")).Body;
        ((string?)ended["status"]).ShouldBe("succeeded");
        ((long)ended["finished_at"]!).ShouldBe((long)running["estimated_finish"]!);
    }

    [Fact]
    public async Task APausedJobStandsStillUntilItIsResumed()
    {
        var job = await RunningAsync();
        ((string?)(await PostAsync(job, "pause"))["status"]).ShouldBe("paused");
        await Api.AdvanceAsync(10000000);
        (await StatusAsync(job)).ShouldBe("paused");
        ((string?)(await PostAsync(job, "resume"))["status"]).ShouldBe("queued");
        await Api.AdvanceAsync(1400);
        (await StatusAsync(job)).ShouldBe("running");
        await Api.AdvanceAsync(100000);
        (await StatusAsync(job)).ShouldBe("succeeded");
    }

    [Fact]
    public async Task ACancelledJobStaysCancelled()
    {
        var job = await RunningAsync();
        var cancelled = await PostAsync(job, "cancel");
        ((string?)cancelled["status"]).ShouldBe("cancelled");
        var events = await EventsAsync(job);
        await Api.AdvanceAsync(10000000);
        (await StatusAsync(job)).ShouldBe("cancelled");
        (await EventsAsync(job)).ShouldBe(events);
        ((string)events[0]).ShouldBe("Fine-tuning job cancelled");
        (await Api.PostAsync($"v1/fine_tuning/jobs/{job}/cancel")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task EventsOnlyEverGrow()
    {
        var job = await RunningAsync();
        var before = await EventsAsync(job);
        await Api.AdvanceAsync(2000);
        var after = await EventsAsync(job);
        after.Count.ShouldBeGreaterThan(before.Count);
        after.TakeLast(before.Count).ShouldBe(before);
    }

    [Fact]
    public async Task LossFallsAndAccuracyRises()
    {
        var job = await RunningAsync();
        await Api.AdvanceAsync(100000);
        var metrics = (await Api.GetAsync($"v1/fine_tuning/jobs/{job}/events?limit=1000")).Body["data"]!.AsArray()
            .Where(said => (string?)said!["type"] == "metrics").Select(said => said!["data"]!).ToList();
        ((double)metrics[0]["train_loss"]!).ShouldBeLessThan((double)metrics[^1]["train_loss"]! / 2);
        ((double)metrics[0]["train_mean_token_accuracy"]!).ShouldBeGreaterThan((double)metrics[^1]["train_mean_token_accuracy"]! + 0.2);
    }

    private async Task<string> RunningAsync()
    {
        var job = await Api.StartJobAsync(Data.Supervised);
        await Task.Delay(300);
        await Api.AdvanceAsync(3000);
        (await StatusAsync(job)).ShouldBe("running");
        return job;
    }

    private async Task<string> StatusAsync(string job) => (string)(await Api.GetAsync($"v1/fine_tuning/jobs/{job}")).Body["status"]!;

    private async Task<JsonNode> PostAsync(string job, string action)
    {
        var (status, body) = await Api.PostAsync($"v1/fine_tuning/jobs/{job}/{action}");
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        return body;
    }

    private async Task<IReadOnlyList<string>> EventsAsync(string job) =>
        [.. (await Api.GetAsync($"v1/fine_tuning/jobs/{job}/events?limit=1000")).Body["data"]!.AsArray().Select(said => (string)said!["message"]!)];
}
