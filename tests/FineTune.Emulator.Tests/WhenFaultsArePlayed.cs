using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Emulator.Faults;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Tests;

public sealed class WhenFaultsArePlayed : RunningEmulator
{
    private protected override FaultRule[] Faults =>
    [
        new() { Method = "POST", Path = "/fine_tuning/jobs$", Nth = 2, Fault = "reset_after" },
        new() { Method = "POST", Path = "/fine_tuning/jobs$", Nth = 3, Fault = "reset_before" },
        new() { Method = "GET", Path = "/v1/models$", Times = 2, Fault = "status", Status = 429, Code = "rate_limit_exceeded", RetryAfter = 7 },
        new() { Method = "GET", Path = "/v1/files$", Fault = "half_answer" },
        new() { Method = "GET", Path = "/v1/files$", Nth = 2, Fault = "wrong_json" },
        new() { Method = "GET", Path = "/v1/files$", Nth = 3, Fault = "slow", Seconds = 0.6 },
        new() { Method = "GET", Path = "/v1/files$", Nth = 4, Fault = "timeout" },
        new() { Method = "GET", Path = "/v1/files$", Nth = 5, Fault = "refuse" },
        new() { Method = "DELETE", Path = "/v1/files/", Fault = "status", Status = 500, Processed = true },
    ];

    [Fact]
    public async Task AResetAfterTheCreateLeavesAJobThatTheClientDoesNotKnowOf()
    {
        var file = (string)(await Api.UploadAsync(Data.Supervised)).Body["id"]!;
        var body = new JsonObject { ["model"] = "gpt-4.1", ["training_file"] = file };
        (await Api.PostAsync("v1/fine_tuning/jobs", body)).Status.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<HttpRequestException>(() => Api.PostAsync("v1/fine_tuning/jobs", body));
        (await CountAsync()).ShouldBe(2);
        await Should.ThrowAsync<HttpRequestException>(() => Api.PostAsync("v1/fine_tuning/jobs", body));
        (await CountAsync()).ShouldBe(2);
        (await Api.PostAsync("v1/fine_tuning/jobs", body)).Status.ShouldBe(HttpStatusCode.OK);
        (await CountAsync()).ShouldBe(3);

        var creates = (await Api.RequestsAsync()).Where(request => (string?)request["method"] == "POST" && ((string)request["path"]!).EndsWith("/jobs", StringComparison.Ordinal)).ToList();
        creates.Select(request => (bool)request["processed"]!).ShouldBe([true, true, false, true]);
        creates.Select(request => (string?)request["fault"]).ShouldBe([null, "reset_after", "reset_before", null]);
    }

    [Fact]
    public async Task AStatusComesWithItsCodeAndWaitTheTimesItWasAskedFor()
    {
        for (var i = 0; i < 2; i++)
        {
            using var response = await Api.Client.GetAsync("v1/models");
            response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
            ((string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["code"]).ShouldBe("rate_limit_exceeded");
        }
        (await Api.GetAsync("v1/models")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AnswersBreakInEachOfTheWays()
    {
        await Should.ThrowAsync<HttpRequestException>(() => Api.GetAsync("v1/files"));
        await Should.ThrowAsync<JsonException>(() => Api.GetAsync("v1/files"));
        var watch = Stopwatch.StartNew();
        (await Api.GetAsync("v1/files")).Status.ShouldBe(HttpStatusCode.OK);
        watch.ElapsedMilliseconds.ShouldBeGreaterThan(450);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Should.ThrowAsync<TaskCanceledException>(() => Api.Client.GetAsync("v1/files", patience.Token));
        await Should.ThrowAsync<HttpRequestException>(() => Api.GetAsync("v1/files"));
        (await Api.GetAsync("v1/files")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AStatusMayComeAfterTheEffect()
    {
        var file = (string)(await Api.UploadAsync(Data.Supervised)).Body["id"]!;
        (await Api.DeleteAsync($"v1/files/{file}")).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await Api.GetAsync($"v1/files/{file}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("""[ { "fault": "explode" } ]""")]
    [InlineData("""[ { "fault": "slow", "path": "(" } ]""")]
    [InlineData("""[ { "fault": "slow", "nth": 0 } ]""")]
    public void AWrongFaultFileIsAnError(string content)
    {
        using var folder = new TemporaryFolder();
        FaultList.Load(folder.Write("faults.json", content)).Error.ShouldNotBeNull();
    }

    private async Task<int> CountAsync() => (await Api.GetAsync("v1/fine_tuning/jobs")).Body["data"]!.AsArray().Count;
}
