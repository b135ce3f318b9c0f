using System.Text.Json.Nodes;
using FineTune.Emulator.Chat;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Responses;

/// <summary>A response as the API writes it.</summary>
internal sealed class ResponseJson
{
    // What the API fills in where the request does not say it.
    private static readonly (string Name, JsonNode? Default)[] Echoed =
    [
        ("instructions", null), ("max_output_tokens", null), ("metadata", new JsonObject()), ("parallel_tool_calls", true), ("previous_response_id", null),
        ("reasoning", null), ("service_tier", "default"), ("store", true), ("temperature", 1), ("text", new JsonObject { ["format"] = new JsonObject { ["type"] = "text" } }),
        ("tool_choice", "auto"), ("tools", new JsonArray()), ("top_logprobs", 0), ("top_p", 1), ("truncation", "disabled"), ("user", null),
    ];

    private readonly ResponseRequest request;
    private readonly ChatMessage message;
    private readonly long createdSeconds;
    private readonly int inputTokens;

    public ResponseJson(ResponseRequest request, ChatMessage message, long createdSeconds, int inputTokens)
    {
        (this.request, this.message, this.createdSeconds, this.inputTokens) = (request, message, createdSeconds, inputTokens);
        Output = [.. Items()];
    }

    public string Id { get; } = Identifier.New("resp_", 48);

    /// <summary>The items of the answer: its text, then its calls.</summary>
    public IReadOnlyList<JsonObject> Output { get; }

    /// <summary>How it ended.</summary>
    public string Status => message.IsCut ? "incomplete" : "completed";

    /// <summary>As it is at the end.</summary>
    public JsonObject Whole()
    {
        var json = Start(Status);
        json["output"] = new JsonArray([.. Output.Select(item => item.DeepClone())]);
        json["incomplete_details"] = message.IsCut ? new JsonObject { ["reason"] = "max_output_tokens" } : null;
        json["usage"] = new JsonObject
        {
            ["input_tokens"] = inputTokens,
            ["input_tokens_details"] = new JsonObject { ["cached_tokens"] = 0, ["cache_write_tokens"] = 0 },
            ["output_tokens"] = message.Tokens,
            ["output_tokens_details"] = new JsonObject { ["reasoning_tokens"] = 0 },
            ["total_tokens"] = inputTokens + message.Tokens,
        };
        return json;
    }

    /// <summary>As it is before anything is said.</summary>
    public JsonObject Start(string status)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["object"] = "response",
            ["created_at"] = createdSeconds,
            ["status"] = status,
            ["background"] = false,
            ["error"] = null,
            ["incomplete_details"] = null,
            ["model"] = request.Model,
            ["output"] = new JsonArray(),
            ["usage"] = null,
        };
        foreach (var (name, value) in Echoed)
        {
            json[name] = BodyFields.Value(request.Body, name) is { } given ? JsonNode.Parse(given.GetRawText()) : value?.DeepClone();
        }
        return json;
    }

    private IEnumerable<JsonObject> Items()
    {
        if (message.Content is { } text)
        {
            yield return new JsonObject
            {
                ["id"] = Identifier.New("msg_", 48),
                ["type"] = "message",
                ["status"] = Status,
                ["role"] = "assistant",
                ["content"] = new JsonArray(new JsonObject { ["type"] = "output_text", ["annotations"] = new JsonArray(), ["logprobs"] = new JsonArray(), ["text"] = text }),
            };
        }
        foreach (var call in message.ToolCalls)
        {
            yield return new JsonObject
            {
                ["id"] = Identifier.New("fc_", 48),
                ["type"] = "function_call",
                ["status"] = Status,
                ["call_id"] = call.Id,
                ["name"] = call.Name,
                ["arguments"] = call.Arguments,
            };
        }
    }
}
