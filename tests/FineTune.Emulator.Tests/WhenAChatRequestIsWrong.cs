using System.Net;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Tests;

public sealed class WhenAChatRequestIsWrong : RunningEmulator
{
    [Theory]
    [InlineData("""{ "temperature": 99 }""", "temperature", "decimal_above_max_value")]
    [InlineData("""{ "temperature": -0.1 }""", "temperature", "decimal_below_min_value")]
    [InlineData("""{ "temperature": 1e999 }""", "temperature", "decimal_above_max_value")]
    [InlineData("""{ "temperature": "hot" }""", "temperature", "invalid_type")]
    [InlineData("""{ "top_p": 1.01 }""", "top_p", "decimal_above_max_value")]
    [InlineData("""{ "presence_penalty": -3 }""", "presence_penalty", "decimal_below_min_value")]
    [InlineData("""{ "frequency_penalty": 3 }""", "frequency_penalty", "decimal_above_max_value")]
    [InlineData("""{ "n": 0 }""", "n", "integer_below_min_value")]
    [InlineData("""{ "n": 129 }""", "n", "integer_above_max_value")]
    [InlineData("""{ "n": 1.5 }""", "n", "invalid_type")]
    [InlineData("""{ "max_tokens": 0 }""", "max_tokens", "integer_below_min_value")]
    [InlineData("""{ "max_completion_tokens": 1e30 }""", "max_completion_tokens", "integer_above_max_value")]
    [InlineData("""{ "max_tokens": 5, "max_completion_tokens": 5 }""", "max_tokens", "invalid_value")]
    [InlineData("""{ "seed": 0.5 }""", "seed", "invalid_type")]
    [InlineData("""{ "stop": ["a", "b", "c", "d", "e"] }""", "stop", "array_above_max_length")]
    [InlineData("""{ "stop": [] }""", "stop", "empty_array")]
    [InlineData("""{ "stop": 3 }""", "stop", "invalid_type")]
    [InlineData("""{ "stream": "yes" }""", "stream", "invalid_type")]
    [InlineData("""{ "stream_options": { "include_usage": true } }""", "stream_options", "invalid_value")]
    [InlineData("""{ "top_logprobs": 2 }""", "top_logprobs", "invalid_value")]
    [InlineData("""{ "top_logprobs": 21, "logprobs": true }""", "top_logprobs", "integer_above_max_value")]
    [InlineData("""{ "logprobs": true }""", "logprobs", "not_emulated")]
    [InlineData("""{ "audio": { "voice": "alloy", "format": "wav" } }""", "audio", "not_emulated")]
    [InlineData("""{ "functions": [ { "name": "f" } ] }""", "functions", "not_emulated")]
    [InlineData("""{ "modalities": ["text", "audio"] }""", "modalities", "not_emulated")]
    [InlineData("""{ "reasoning_effort": "much" }""", "reasoning_effort", "invalid_value")]
    [InlineData("""{ "metadata": { "a": 1 } }""", "metadata", "invalid_value")]
    [InlineData("""{ "response_format": "json" }""", "response_format", "invalid_type")]
    [InlineData("""{ "response_format": { "type": "yaml" } }""", "response_format.type", "invalid_value")]
    [InlineData("""{ "response_format": { "type": "json_object" } }""", "messages", "invalid_value")]
    [InlineData("""{ "response_format": { "type": "json_schema" } }""", "response_format.json_schema", "missing_required_parameter")]
    [InlineData("""{ "response_format": { "type": "json_schema", "json_schema": { "name": "two words", "schema": {} } } }""", "response_format.json_schema.name", "invalid_value")]
    [InlineData("""{ "response_format": { "type": "json_schema", "json_schema": { "name": "n", "schema": { "type": "text" } } } }""", "response_format.json_schema.schema", "invalid_value")]
    [InlineData("""{ "tools": [ { "type": "function" } ] }""", "tools[0].function.name", "missing_required_parameter")]
    [InlineData("""{ "tools": [ { "type": "custom", "custom": { "name": "c" } } ] }""", "tools[0].type", "not_emulated")]
    [InlineData("""{ "tool_choice": "auto" }""", "tool_choice", "invalid_value")]
    [InlineData("""{ "messages": [] }""", "messages", "empty_array")]
    [InlineData("""{ "messages": null }""", "messages", "missing_required_parameter")]
    [InlineData("""{ "messages": [ { "role": "robot", "content": "x" } ] }""", "messages[0].role", "invalid_value")]
    [InlineData("""{ "messages": [ { "role": "user" } ] }""", "messages[0].content", "missing_required_parameter")]
    [InlineData("""{ "messages": [ { "role": "user", "content": 3 } ] }""", "messages[0].content", "invalid_type")]
    [InlineData("""{ "model": null }""", "model", null)]
    [InlineData("""{ "surprise": 1 }""", "surprise", "unknown_parameter")]
    [InlineData("""{ "max_token": 1 }""", "max_token", "unknown_parameter")]
    public async Task ItIsRefusedInTheShapeOfTheApi(string change, string param, string? code)
    {
        var (status, answer) = await AskAsync(change);
        status.ShouldBe(HttpStatusCode.BadRequest, answer.ToJsonString());
        ((string?)answer["error"]!["param"]).ShouldBe(param);
        ((string?)answer["error"]!["code"]).ShouldBe(code);
        ((string?)answer["error"]!["type"]).ShouldBe("invalid_request_error");
        ((string)answer["error"]!["message"]!).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{ "temperature": 2, "top_p": 0, "presence_penalty": -2, "frequency_penalty": 2, "seed": -9223372036854775808, "user": "u", "logit_bias": { "1": -100 } }""")]
    [InlineData("""{ "temperature": null, "n": null, "stop": null, "stream": null, "tools": null, "response_format": null, "logprobs": false, "audio": null }""")]
    [InlineData("""{ "modalities": ["text"], "service_tier": "auto", "store": true, "metadata": { "a": "b" }, "n": 1.0 }""")]
    public async Task WhatTheApiTakesIsTaken(string change)
    {
        var (status, answer) = await AskAsync(change);
        status.ShouldBe(HttpStatusCode.OK, answer.ToJsonString());
    }

    [Fact]
    public async Task TheMessageNamesTheLimitAndTheValue() =>
        ((string)(await AskAsync("""{ "temperature": 99 }""")).Body["error"]!["message"]!)
            .ShouldBe("Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 99 instead.");

    private Task<(HttpStatusCode Status, JsonNode Body)> AskAsync(string change)
    {
        var body = new JsonObject { ["model"] = "gpt-4.1", ["messages"] = new JsonArray(Data.Message("user", "hello")) };
        foreach (var pair in JsonNode.Parse(change)!.AsObject().ToList())
        {
            body[pair.Key] = pair.Value?.DeepClone();
        }
        return Api.PostAsync("v1/chat/completions", body);
    }
}
