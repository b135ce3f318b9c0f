using System.Text.Json.Nodes;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Chat;

/// <summary>A chat completion as the API writes it, whole or as a stream. Every choice is the same answer: nothing is drawn by chance.</summary>
internal sealed class ChatJson(string model, long createdSeconds, int promptTokens, ChatMessage message, int choices)
{
    /// <summary>The fingerprint that marks every answer as emulated.</summary>
    private const string Fingerprint = "fp_emulated";

    private readonly string id = Identifier.New("chatcmpl-", 29);

    public JsonObject Whole()
    {
        var json = Start("chat.completion");
        json["choices"] = new JsonArray([.. Enumerable.Range(0, choices).Select(index => new JsonObject
        {
            ["index"] = index,
            ["message"] = message.ToJson(),
            ["logprobs"] = null,
            ["finish_reason"] = message.FinishReason,
        })]);
        json["usage"] = Usage();
        return json;
    }

    public IReadOnlyList<JsonObject> Chunks(bool withUsage)
    {
        var chunks = Enumerable.Range(0, choices).SelectMany(ChunksOf).ToList();
        if (withUsage)
        {
            chunks.ForEach(chunk => chunk["usage"] = null);
            var last = Start("chat.completion.chunk");
            last["choices"] = new JsonArray();
            last["usage"] = Usage();
            chunks.Add(last);
        }
        return chunks;
    }

    private IEnumerable<JsonObject> ChunksOf(int choice)
    {
        var deltas = new List<JsonObject> { new() { ["role"] = "assistant", ["content"] = message.Content is null ? null : "", ["refusal"] = null } };
        deltas.AddRange(AnswerPieces.Of(message.Content ?? "").Select(piece => new JsonObject { ["content"] = piece }));
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
        return deltas.Select(delta => Chunk(choice, delta, null)).Append(Chunk(choice, [], message.FinishReason));
    }

    private JsonObject Chunk(int choice, JsonObject delta, string? finishReason)
    {
        var json = Start("chat.completion.chunk");
        json["choices"] = new JsonArray(new JsonObject { ["index"] = choice, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = finishReason });
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
        ["completion_tokens"] = message.Tokens * choices,
        ["total_tokens"] = promptTokens + message.Tokens * choices,
    };
}
