using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Chat;

/// <summary>A call of a tool in an answer; its ID is new each time, as the API's is.</summary>
internal sealed record ChatToolCall(string Id, string Name, string Arguments)
{
    public static ChatToolCall? Of(JsonElement call) =>
        call.ValueKind == JsonValueKind.Object
        && BodyFields.Value(call, "function") is { ValueKind: JsonValueKind.Object } function
        && BodyFields.Text(BodyFields.Value(function, "name")) is { } name
            ? new ChatToolCall(Identifier.New("call_", 24), name, BodyFields.Text(BodyFields.Value(function, "arguments")) ?? "{}")
            : null;

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = Name, ["arguments"] = Arguments },
    };
}
