using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Chat;

/// <summary>What the emulator answers.</summary>
/// <param name="Content">The text; null where there are only calls.</param>
/// <param name="ToolCalls">Calls of tools; empty for none.</param>
internal sealed record ChatMessage(string? Content, IReadOnlyList<ChatToolCall> ToolCalls)
{
    /// <summary>Whether it was cut for its length.</summary>
    public bool IsCut { get; init; }

    public string FinishReason => IsCut ? "length" : ToolCalls.Count > 0 ? "tool_calls" : "stop";

    /// <summary>A message of the training data as an answer.</summary>
    public static ChatMessage Of(JsonElement message)
    {
        var calls = BodyFields.Value(message, "tool_calls") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select(ChatToolCall.Of).OfType<ChatToolCall>().ToList()
            : [];
        var text = Conversation.TextOf(message);
        return new ChatMessage(text.Length == 0 && calls.Count > 0 ? null : text, calls);
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["role"] = "assistant", ["content"] = Content, ["refusal"] = null };
        if (ToolCalls.Count > 0)
        {
            json["tool_calls"] = new JsonArray([.. ToolCalls.Select(call => call.ToJson())]);
        }
        return json;
    }

    /// <summary>About how many tokens it has.</summary>
    public int Tokens => TextWords.Count(Content ?? "") + ToolCalls.Sum(call => 1 + TextWords.Count(call.Arguments));
}
