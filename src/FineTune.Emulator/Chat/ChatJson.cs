using System.Text.Json.Nodes;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Chat;

/// <summary>A chat completion as the API writes it, whole or as a stream.</summary>
internal sealed class ChatJson(string model, long createdSeconds, int promptTokens, ChatMessage message)
{
    /// <summary>The fingerprint that marks every answer as emulated.</summary>
    private const string Fingerprint = "fp_emulated";

    private readonly string id = Identifier.New("chatcmpl-", 29);

    public JsonObject Whole()
    {
        var json = Start("chat.completion");
        json["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = message.ToJson(),
            ["logprobs"] = null,
            ["finish_reason"] = message.FinishReason,
        });
        json["usage"] = Usage();
        return json;
    }

    public IReadOnlyList<JsonNode> Chunks(bool withUsage)
    {
        var deltas = new List<JsonObject> { new() { ["role"] = "assistant", ["content"] = message.Content is null ? null : "", ["refusal"] = null } };
        deltas.AddRange(Pieces(message.Content ?? "").Select(piece => new JsonObject { ["content"] = piece }));
        deltas.AddRange(message.ToolCalls.Select((call, index) => new JsonObject
        {
            ["tool_calls"] = new JsonArray(new JsonObject
            {
                ["index"] = index,
                ["id"] = call.Id,
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments },
            }),
        }));
        var chunks = deltas.Select(delta => Chunk(delta, null)).Append(Chunk([], message.FinishReason)).ToList();
        if (withUsage)
        {
            var last = Start("chat.completion.chunk");
            last["choices"] = new JsonArray();
            last["usage"] = Usage();
            chunks.Add(last);
        }
        return chunks;
    }

    private JsonObject Chunk(JsonObject delta, string? finishReason)
    {
        var json = Start("chat.completion.chunk");
        json["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = finishReason });
        return json;
    }

    private JsonObject Start(string kind) => new()
    {
        ["id"] = id,
        ["object"] = kind,
        ["created"] = createdSeconds,
        ["model"] = model,
        ["system_fingerprint"] = Fingerprint,
    };

    private JsonObject Usage() => new()
    {
        ["prompt_tokens"] = promptTokens,
        ["completion_tokens"] = message.Tokens,
        ["total_tokens"] = promptTokens + message.Tokens,
    };

    // A word and the space after it, as a stream of tokens looks.
    private static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var space = text.IndexOf(' ', start);
            var end = space < 0 ? text.Length : space + 1;
            yield return text[start..end];
            start = end;
        }
    }
}
