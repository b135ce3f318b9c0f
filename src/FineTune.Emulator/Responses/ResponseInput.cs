using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Responses;

/// <summary>The items that a response answers.</summary>
internal static class ResponseInput
{
    private static readonly string[] Roles = ["user", "assistant", "system", "developer"];

    private static readonly string[] Others = ["function_call", "function_call_output", "reasoning"];

    /// <summary>Reads <c>input</c>: a text, or items, each of which is given an ID.</summary>
    public static Outcome<IReadOnlyList<JsonElement>> Read(JsonElement? input)
    {
        if (input is not { } given)
        {
            return ParameterRefusal.Missing("input").As<IReadOnlyList<JsonElement>>();
        }
        if (given.ValueKind == JsonValueKind.String)
        {
            var content = new JsonArray(new JsonObject { ["type"] = "input_text", ["text"] = given.GetString() });
            return new Outcome<IReadOnlyList<JsonElement>>([Element(new JsonObject { ["type"] = "message", ["role"] = "user", ["content"] = content })], null);
        }
        if (given.ValueKind != JsonValueKind.Array)
        {
            return ParameterRefusal.WrongType("input", "a string or an array", given).As<IReadOnlyList<JsonElement>>();
        }
        var items = given.EnumerateArray().ToList();
        var refusal = items.Count == 0 ? ParameterRefusal.Empty("input") : items.Select(Check).FirstOrDefault(found => found is not null);
        return refusal is null
            ? new Outcome<IReadOnlyList<JsonElement>>([.. items.Select(item => Element(JsonObject.Create(item)!))], null)
            : refusal.As<IReadOnlyList<JsonElement>>();
    }

    /// <summary>The items as messages of a chat: what a tool gave back is a tool's message.</summary>
    public static IReadOnlyList<JsonElement> AsMessages(IEnumerable<JsonElement> items) =>
    [
        .. items.Where(item => TypeOf(item) is "message" or "function_call_output").Select(item => TypeOf(item) == "message" ? item : JsonSerializer.SerializeToElement(
            new JsonObject { ["role"] = "tool", ["content"] = "" }, StateJson.Default.JsonObject)),
    ];

    private static Answer? Check(JsonElement item, int index)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return ParameterRefusal.WrongType($"input[{index}]", "an object", item);
        }
        var type = TypeOf(item);
        if (type != "message")
        {
            return Others.Contains(type) ? null : ParameterRefusal.Unplayed($"input[{index}].type", "it reads messages, function calls, what they gave back, and skips reasoning");
        }
        return BodyFields.Text(BodyFields.Value(item, "role")) is not { } role ? ParameterRefusal.Missing($"input[{index}].role")
            : !Roles.Contains(role) ? ParameterRefusal.WrongValue($"input[{index}].role", role, Roles)
            : BodyFields.Value(item, "content") switch
            {
                null => ParameterRefusal.Missing($"input[{index}].content"),
                { ValueKind: JsonValueKind.String or JsonValueKind.Array } => null,
                { } content => ParameterRefusal.WrongType($"input[{index}].content", "a string or an array", content),
            };
    }

    private static string TypeOf(JsonElement item) => BodyFields.Value(item, "type") is { } type ? BodyFields.Text(type) ?? "" : "message";

    private static JsonElement Element(JsonObject item)
    {
        item.TryAdd("type", "message");
        item.TryAdd("id", Identifier.New("msg_", 32));
        return JsonSerializer.SerializeToElement(item, StateJson.Default.JsonObject);
    }
}
