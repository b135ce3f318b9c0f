using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Linting.JsonSchemas;

namespace FineTune.Emulator.Tests;

public sealed class WhenAnswersAreShaped : RunningEmulator
{
    [Fact]
    public async Task NGivesSoManyChoicesAndCountsThemAll()
    {
        var one = await AskAsync("where is my voucher", "{}");
        var three = await AskAsync("where is my voucher", """{ "n": 3 }""");
        three["choices"]!.AsArray().Select(choice => (int)choice!["index"]!).ShouldBe([0, 1, 2]);
        three["choices"]!.AsArray().ShouldAllBe(choice => (string)choice!["message"]!["content"]! == "Your voucher is on the page vouchers.");
        ((int)three["usage"]!["completion_tokens"]!).ShouldBe(3 * (int)one["usage"]!["completion_tokens"]!);
    }

    [Theory]
    [InlineData("""{ "max_tokens": 2 }""", "Your voucher ", "length")]
    [InlineData("""{ "max_completion_tokens": 2 }""", "Your voucher ", "length")]
    [InlineData("""{ "max_tokens": 7 }""", "Your voucher is on the page vouchers.", "stop")]
    [InlineData("""{ "stop": " on" }""", "Your voucher is", "stop")]
    [InlineData("""{ "stop": ["page", "is"] }""", "Your voucher ", "stop")]
    [InlineData("""{ "stop": "nowhere" }""", "Your voucher is on the page vouchers.", "stop")]
    public async Task LimitsEndIt(string change, string expected, string reason)
    {
        var choice = (await AskAsync("where is my voucher", change))["choices"]![0]!;
        ((string?)choice["message"]!["content"]).ShouldBe(expected);
        ((string?)choice["finish_reason"]).ShouldBe(reason);
    }

    [Fact]
    public async Task AStreamOfSeveralChoicesSaysTheSameAsTheWhole()
    {
        var said = new Dictionary<int, string>();
        var reasons = new List<string?>();
        var lines = await StreamAsync(await ModelAsync(Data.Supervised), """{ "n": 2, "max_tokens": 3, "stream_options": { "include_usage": true } }""");
        foreach (var choice in lines.SelectMany(chunk => chunk["choices"]!.AsArray()))
        {
            var index = (int)choice!["index"]!;
            said[index] = said.GetValueOrDefault(index) + (string?)choice["delta"]!["content"];
            reasons.AddRange(choice["finish_reason"] is { } reason ? [(string?)reason] : []);
        }
        said.ShouldBe(new Dictionary<int, string> { [0] = "Your voucher is ", [1] = "Your voucher is " });
        reasons.ShouldBe(["length", "length"]);
        lines.SkipLast(1).ShouldAllBe(chunk => chunk.AsObject().ContainsKey("usage") && chunk["usage"] == null);
        ((int)lines[^1]["usage"]!["completion_tokens"]!).ShouldBe(6);
    }

    [Fact]
    public async Task AJsonObjectHoldsTheAnswer()
    {
        var answer = JsonNode.Parse(Content(await AskAsync("where is my voucher, in json", """{ "response_format": { "type": "json_object" } }""")))!;
        answer.ToJsonString().ShouldBe("""{"answer":"Your voucher is on the page vouchers."}""");
    }

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "text": { "type": "string" }, "n": { "type": "integer", "minimum": 3 }, "ok": { "type": "boolean" } }, "required": ["text", "n", "ok"], "additionalProperties": false }""")]
    [InlineData("""{ "type": "object", "properties": { "kind": { "enum": ["a", "b"] }, "at": { "type": "string", "format": "date" }, "list": { "type": "array", "minItems": 3, "items": { "type": "number", "exclusiveMinimum": 0, "multipleOf": 0.5 } } }, "required": ["kind", "at", "list"] }""")]
    [InlineData("""{ "$ref": "#/$defs/node", "$defs": { "node": { "type": "object", "properties": { "value": { "type": ["null", "string"], "maxLength": 4 }, "next": { "anyOf": [ { "$ref": "#/$defs/node" }, { "type": "null" } ] } }, "required": ["value", "next"] } } }""")]
    [InlineData("""{ "allOf": [ { "type": "object", "properties": { "a": { "const": 1 } }, "required": ["a"] }, { "type": "object", "properties": { "b": { "type": "string", "minLength": 200 } }, "required": ["b"] } ] }""")]
    [InlineData("""{ "type": "object", "properties": { "low": { "type": "integer", "maximum": -7 }, "between": { "type": "number", "exclusiveMinimum": 1, "exclusiveMaximum": 1.5 } }, "required": ["low", "between", "undeclared"] }""")]
    [InlineData("""{ "type": "array", "prefixItems": [ { "type": "null" }, { "oneOf": [ { "type": "null" }, { "type": "boolean" } ] } ] }""")]
    public async Task JsonMatchesTheSchemaAndIsTheSameEachTime(string schema)
    {
        var change = $$$"""{ "response_format": { "type": "json_schema", "json_schema": { "name": "n", "strict": true, "schema": {{{schema}}} } } }""";
        var first = Content(await AskAsync("where is my voucher", change));
        JsonSchema.TryRead(JsonDocument.Parse(schema).RootElement, out var read, out _).ShouldBeTrue();
        read!.Validate(JsonDocument.Parse(first).RootElement).ShouldBeNull(first);
        Content(await AskAsync("where is my voucher", change)).ShouldBe(first);
    }

    [Fact]
    public async Task WhatTheDataAnswerIsKeptWhereItMatches()
    {
        var data = Data.Supervised.Replace("Your voucher is on the page vouchers.", """{\"page\": \"vouchers\"}""", StringComparison.Ordinal);
        var model = await ModelAsync(data);
        var schema = """{ "type": "object", "properties": { "page": { "type": "string" } }, "required": ["page"] }""";
        Content(await AskAsync("where is my voucher", $$$"""{ "response_format": { "type": "json_schema", "json_schema": { "name": "n", "schema": {{{schema}}} } } }""", model))
            .ShouldBe("""{"page": "vouchers"}""");
    }

    [Fact]
    public async Task ASchemaThatGrowsWithoutEndIsAnsweredSoon()
    {
        var level = string.Join(",", Enumerable.Range(0, 30).Select(i => $$"""  "d{{i}}": { "type": "object", "properties": { "a": { "$ref": "#/$defs/d{{i + 1}}" }, "b": { "$ref": "#/$defs/d{{i + 1}}" } }, "required": ["a", "b"] } """));
        var schema = $$"""{ "$ref": "#/$defs/d0", "$defs": { {{level}}, "d30": { "type": "string" } } }""";
        JsonNode.Parse(Content(await AskAsync("x", $$$"""{ "response_format": { "type": "json_schema", "json_schema": { "name": "n", "schema": {{{schema}}} } } }"""))).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("\"none\"", null)]
    [InlineData("\"auto\"", "send")]
    [InlineData("\"required\"", "send")]
    [InlineData("""{ "type": "function", "function": { "name": "find" } }""", "find")]
    public async Task ToolsAreCalledAsTheyAreChosen(string choice, string? called)
    {
        var tools = """
            [ { "type": "function", "function": { "name": "send", "parameters": { "type": "object", "properties": { "what": { "type": "string" } }, "required": ["what"] } } },
              { "type": "function", "function": { "name": "find", "parameters": { "type": "object", "properties": { "page": { "type": "integer" } }, "required": ["page"] } } } ]
            """;
        var message = (await AskAsync("send the receipt again", $$"""{ "tools": {{tools}}, "tool_choice": {{choice}} }""", await ModelAsync(Data.WithTools)))["choices"]![0]!["message"]!;
        ((string?)message["tool_calls"]?[0]!["function"]!["name"]).ShouldBe(called);
        if (called == "find")
        {
            ((string?)message["tool_calls"]![0]!["function"]!["arguments"]).ShouldBe("""{"page":0}""");
        }
    }

    private static string Content(JsonNode answer) => (string)answer["choices"]![0]!["message"]!["content"]!;

    private async Task<string> ModelAsync(string data) => (string)(await Api.WaitForAsync(await Api.StartJobAsync(data), "succeeded"))["fine_tuned_model"]!;

    private async Task<JsonNode> AskAsync(string question, string change, string? model = null)
    {
        var (status, answer) = await Api.PostAsync("v1/chat/completions", Body(model ?? await ModelAsync(Data.Supervised), question, change));
        status.ShouldBe(HttpStatusCode.OK, answer.ToJsonString());
        return answer;
    }

    private async Task<List<JsonNode>> StreamAsync(string model, string change)
    {
        var body = Body(model, "where is my voucher", change);
        body["stream"] = true;
        using var response = await Api.Client.PostAsync("v1/chat/completions", new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[^1].ShouldBe("data: [DONE]");
        return [.. lines.SkipLast(1).Select(line => JsonNode.Parse(line["data: ".Length..])!)];
    }

    private static JsonObject Body(string model, string question, string change)
    {
        var body = JsonNode.Parse(change)!.AsObject();
        body["model"] = model;
        body["messages"] = new JsonArray(Data.Message("user", question));
        return body;
    }
}
