using System.Net;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

public sealed class WhenJobsAreListed : RunningEmulator
{
    [Fact]
    public async Task TheNewestIsFirstAndPagesFollowEachOther()
    {
        var jobs = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            jobs.Insert(0, await Api.StartJobAsync(Data.Supervised));
        }
        var seen = new List<string>();
        for (var more = true; more;)
        {
            var page = (await Api.GetAsync("v1/fine_tuning/jobs?limit=2" + (seen.Count == 0 ? "" : $"&after={seen[^1]}"))).Body;
            seen.AddRange(page["data"]!.AsArray().Select(job => (string)job!["id"]!));
            more = (bool)page["has_more"]!;
        }
        seen.ShouldBe(jobs);
    }

    [Fact]
    public async Task MetadataFiltersThem()
    {
        var plain = await Api.StartJobAsync(Data.Supervised);
        var first = await Api.StartJobAsync(Data.Supervised, body => body["metadata"] = new JsonObject { ["project"] = "p", ["digest"] = "1" });
        var second = await Api.StartJobAsync(Data.Supervised, body => body["metadata"] = new JsonObject { ["project"] = "p", ["digest"] = "2" });
        (await IdsAsync("metadata[project]=p")).ShouldBe([second, first]);
        (await IdsAsync("metadata%5Bproject%5D=p&metadata%5Bdigest%5D=1")).ShouldBe([first]);
        (await IdsAsync("metadata[project]=q")).ShouldBeEmpty();
        (await IdsAsync("metadata=null")).ShouldBe([plain]);
        (await IdsAsync("metadata=")).ShouldBe([plain]);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=x")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("after=ftjob-none")]
    public async Task AWrongPageIsRefused(string query) =>
        (await Api.GetAsync($"v1/fine_tuning/jobs?{query}")).Status.ShouldBe(HttpStatusCode.BadRequest);

    private async Task<IReadOnlyList<string>> IdsAsync(string query) =>
        [.. (await Api.GetAsync($"v1/fine_tuning/jobs?{query}")).Body["data"]!.AsArray().Select(job => (string)job!["id"]!)];
}
