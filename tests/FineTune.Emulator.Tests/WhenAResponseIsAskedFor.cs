using System.Net;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

public sealed class WhenAResponseIsAskedFor : RunningEmulator
{
    [Fact]
    public async Task ItIsAnsweredFromTheDataAndKept()
    {
        var response = await AskAsync(await ModelAsync(Data.Supervised), """{ "input": "where is my voucher", "metadata": { "a": "b" } }""");
        ((string?)response["status"]).ShouldBe("completed");
        Text(response).ShouldBe("Your voucher is on the page vouchers.");
        var kept = (await Api.GetAsync($"v1/responses/{response["id"]}")).Body;
        JsonNode.DeepEquals(kept, response).ShouldBeTrue();
        var items = (await Api.GetAsync($"v1/responses/{response["id"]}/input_items")).Body;
        ((string?)items["data"]![0]!["content"]![0]!["text"]).ShouldBe("where is my voucher");

        (await Api.DeleteAsync($"v1/responses/{response["id"]}")).Status.ShouldBe(HttpStatusCode.OK);
        (await Api.GetAsync($"v1/responses/{response["id"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhatIsNotToBeStoredIsNotKept()
    {
        var response = await AskAsync("gpt-4.1", """{ "input": "x", "store": false }""");
        (await Api.GetAsync($"v1/responses/{response["id"]}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OneGoesOnFromAnother()
    {
        var model = await ModelAsync(Data.Supervised);
        var first = await AskAsync(model, """{ "input": "where is my voucher" }""");
        var second = await AskAsync(model, $$"""{ "input": "and now?", "previous_response_id": "{{first["id"]}}" }""");
        Text(second).ShouldBe("Your voucher is on the page vouchers.");
        (await Api.GetAsync($"v1/responses/{second["id"]}/input_items?order=asc")).Body["data"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task AToolIsCalledAndItsResultAnswered()
    {
        var model = await ModelAsync(Data.WithTools);
        var call = (await AskAsync(model, """{ "input": "Send me the receipt again." }"""))["output"]![0]!;
        ((string?)call["type"], (string?)call["name"]).ShouldBe(("function_call", "send"));
        var input = new JsonArray(Data.Message("user", "Send me the receipt again."), call.DeepClone(), new JsonObject
        {
            ["type"] = "function_call_output",
            ["call_id"] = (string)call["call_id"]!,
            ["output"] = "sent",
        });
        Text(await AskAsync(model, new JsonObject { ["input"] = input }.ToJsonString())).ShouldBe("The receipt is on its way.");
    }

    [Fact]
    public async Task LimitsAndFormatsAreHeeded()
    {
        var model = await ModelAsync(Data.Supervised.Replace("is on the page vouchers", string.Join(" ", Enumerable.Repeat("long", 30)), StringComparison.Ordinal));
        var cut = await AskAsync(model, """{ "input": "where is my voucher", "max_output_tokens": 16 }""");
        ((string?)cut["status"], (string?)cut["incomplete_details"]!["reason"]).ShouldBe(("incomplete", "max_output_tokens"));
        var json = await AskAsync(model, """{ "input": "x", "text": { "format": { "type": "json_schema", "name": "n", "schema": { "type": "object", "properties": { "a": { "const": 5 } } } } } }""");
        Text(json).ShouldBe("""{"a":5}""");
    }

    [Fact]
    public async Task AStreamTellsItInEvents()
    {
        var body = new JsonObject { ["model"] = await ModelAsync(Data.Supervised), ["input"] = "where is my voucher", ["stream"] = true };
        using var response = await Api.Client.PostAsync("v1/responses", new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var events = lines.Where(line => line.StartsWith("data: ", StringComparison.Ordinal)).Select(line => JsonNode.Parse(line["data: ".Length..])!).ToList();
        lines.Where(line => line.StartsWith("event: ", StringComparison.Ordinal)).Select(line => line["event: ".Length..]).ShouldBe(events.Select(said => (string)said["type"]!));
        events.Select(said => (int)said["sequence_number"]!).ShouldBe(Enumerable.Range(0, events.Count));
        string.Concat(events.Where(said => (string?)said["type"] == "response.output_text.delta").Select(said => (string?)said["delta"])).ShouldBe("Your voucher is on the page vouchers.");
        ((string?)events[^1]["type"], (string?)events[^1]["response"]!["status"]).ShouldBe(("response.completed", "completed"));
    }

    [Theory]
    [InlineData("{}", "input", "missing_required_parameter")]
    [InlineData("""{ "input": [] }""", "input", "empty_array")]
    [InlineData("""{ "input": [ { "role": "robot", "content": "x" } ] }""", "input[0].role", "invalid_value")]
    [InlineData("""{ "input": [ { "type": "file_search_call" } ] }""", "input[0].type", "not_emulated")]
    [InlineData("""{ "input": "x", "max_output_tokens": 15 }""", "max_output_tokens", "integer_below_min_value")]
    [InlineData("""{ "input": "x", "temperature": 2.1 }""", "temperature", "decimal_above_max_value")]
    [InlineData("""{ "input": "x", "background": true }""", "background", "not_emulated")]
    [InlineData("""{ "input": "x", "tools": [ { "type": "web_search" } ] }""", "tools[0].type", "not_emulated")]
    [InlineData("""{ "input": "x", "previous_response_id": "resp_none" }""", "previous_response_id", "previous_response_not_found")]
    [InlineData("""{ "input": "x", "messages": [] }""", "messages", "unknown_parameter")]
    public async Task AWrongOneIsRefused(string change, string param, string code)
    {
        var body = JsonNode.Parse(change)!.AsObject();
        body["model"] = "gpt-4.1";
        var (status, answer) = await Api.PostAsync("v1/responses", body);
        (status, (string?)answer["error"]!["param"], (string?)answer["error"]!["code"]).ShouldBe((HttpStatusCode.BadRequest, param, code));
    }

    private static string? Text(JsonNode response) => (string?)response["output"]![0]!["content"]![0]!["text"];

    private async Task<string> ModelAsync(string data) => (string)(await Api.WaitForAsync(await Api.StartJobAsync(data), "succeeded"))["fine_tuned_model"]!;

    private async Task<JsonNode> AskAsync(string model, string change)
    {
        var body = JsonNode.Parse(change)!.AsObject();
        body["model"] = model;
        var (status, answer) = await Api.PostAsync("v1/responses", body);
        status.ShouldBe(HttpStatusCode.OK, answer.ToJsonString());
        return answer;
    }
}
