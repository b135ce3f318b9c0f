using System.Net;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

public sealed class WhenPermissionsAreGiven : RunningEmulator
{
    [Fact]
    public async Task TheyAreListedAndTakenBack()
    {
        var model = (string)(await Api.WaitForAsync(await Api.StartJobAsync(Data.Supervised), "succeeded"))["fine_tuned_model"]!;
        var path = $"v1/fine_tuning/checkpoints/{model}/permissions";
        var made = (await Api.PostRawAsync(path, """{ "project_ids": ["proj_a", "proj_b"] }""")).Body["data"]!.AsArray();
        made.Select(permission => (string?)permission!["project_id"]).ShouldBe(["proj_a", "proj_b"]);

        (await Api.PostRawAsync(path, """{ "project_ids": ["proj_a"] }""")).Body["data"]![0]!["id"]!.ToString().ShouldBe(made[0]!["id"]!.ToString());
        (await ProjectsAsync(path)).ShouldBe(["proj_b", "proj_a"]);
        (await ProjectsAsync(path + "?order=ascending")).ShouldBe(["proj_a", "proj_b"]);
        (await ProjectsAsync(path + "?project_id=proj_a")).ShouldBe(["proj_a"]);
        (await ProjectsAsync(path + "?limit=1")).ShouldBe(["proj_b"]);
        (await Api.GetAsync(path + "?order=asc")).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await Api.DeleteAsync($"{path}/{made[0]!["id"]}")).Body["deleted"]!.GetValue<bool>().ShouldBeTrue();
        (await Api.DeleteAsync($"{path}/{made[0]!["id"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ProjectsAsync(path)).ShouldBe(["proj_b"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "project_ids": [] }""")]
    [InlineData("""{ "project_ids": [3] }""")]
    [InlineData("""{ "project_ids": ["a"], "more": 1 }""")]
    public async Task AWrongRequestIsRefused(string body) =>
        (await Api.PostRawAsync("v1/fine_tuning/checkpoints/any/permissions", body)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task ThereMustBeSuchACheckpoint()
    {
        (await Api.PostRawAsync("v1/fine_tuning/checkpoints/ft:none/permissions", """{ "project_ids": ["a"] }""")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Api.GetAsync("v1/fine_tuning/checkpoints/ft:none/permissions")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<IEnumerable<string?>> ProjectsAsync(string path) =>
        (await Api.GetAsync(path)).Body["data"]!.AsArray().Select((JsonNode? permission) => (string?)permission!["project_id"]).ToList();
}
