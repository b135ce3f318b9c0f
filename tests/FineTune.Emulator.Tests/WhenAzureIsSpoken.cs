using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

public sealed class WhenAzureIsSpoken : RunningEmulator
{
    private const string Root = "openai/v1";
    private const string Accounts = "subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/a/deployments/";

    private protected override double Speed => 0.0005;

    [Fact]
    public async Task TheTrainingTypeIsTakenAndWaitingIsPending()
    {
        var job = await StartAsync();
        await Task.Delay(300);
        await Api.AdvanceAsync(1300);
        var waiting = (await Api.GetAsync($"{Root}/fine_tuning/jobs/{job}")).Body;
        ((string?)waiting["status"]).ShouldBe("pending");
        ((string?)waiting["trainingType"]).ShouldBe("GlobalStandard");
    }

    [Fact]
    public async Task CancelNeedsABody()
    {
        var job = await StartAsync();
        using var empty = await Api.Client.PostAsync($"{Root}/fine_tuning/jobs/{job}/cancel", null);
        empty.StatusCode.ShouldBe(HttpStatusCode.LengthRequired);
        ((string?)(await Api.PostAsync($"{Root}/fine_tuning/jobs/{job}/cancel")).Body["status"]).ShouldBe("cancelled");
    }

    [Fact]
    public async Task AModelAnswersUnderTheNameOfItsDeployment()
    {
        var job = await StartAsync();
        await Task.Delay(300);
        await Api.AdvanceAsync(1000000);
        var model = (string)(await Api.WaitForAsync(job, "succeeded", Root))["fine_tuned_model"]!;
        model.ShouldMatch("^gpt-4.1-mini-2025-04-14.ft-[0-9a-f]{32}$");
        (await AskAsync(model)).Status.ShouldBe(HttpStatusCode.NotFound);

        var path = Accounts + "support-bot?api-version=2024-10-21";
        using var put = await Api.Client.PutAsJsonAsync(path, JsonNode.Parse(
            $$$"""{"sku":{"name":"standard","capacity":1},"properties":{"model":{"format":"OpenAI","name":"{{{model}}}","version":"1"} } }"""));
        put.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await StateAsync(path)).ShouldBe("Creating");
        (await AskAsync("support-bot")).Status.ShouldBe(HttpStatusCode.NotFound);
        await Api.AdvanceAsync(6000);
        (await StateAsync(path)).ShouldBe("Succeeded");
        var answer = await AskAsync("support-bot");
        ((string?)answer.Body["choices"]![0]!["message"]!["content"]).ShouldBe("Your parcel is on the page parcels.");

        (await Api.DeleteAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await Api.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AskAsync("support-bot")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("?api-version=1", """{"sku":{"name":"standard"},"properties":{"model":{"name":"none"}}}""")]
    [InlineData("?api-version=1", """{"properties":{"model":{"name":"gpt-4.1"}}}""")]
    [InlineData("?api-version=1", """{"properties":[]}""")]
    [InlineData("", """{"sku":{"name":"standard"},"properties":{"model":{"name":"gpt-4.1"}}}""")]
    public async Task AWrongDeploymentIsRefused(string query, string body)
    {
        using var put = await Api.Client.PutAsJsonAsync(Accounts + "x" + query, JsonNode.Parse(body));
        put.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<string> StartAsync() => Api.StartJobAsync(Data.Supervised, body => body["trainingType"] = "GlobalStandard", Root);

    private async Task<string> StateAsync(string path) => (string)(await Api.GetAsync(path)).Body["properties"]!["provisioningState"]!;

    private Task<(HttpStatusCode Status, JsonNode Body)> AskAsync(string deployment) => Api.PostAsync($"{Root}/chat/completions", new JsonObject
    {
        ["model"] = deployment,
        ["messages"] = new JsonArray(Data.Message("user", "where is my parcel")),
    });
}
