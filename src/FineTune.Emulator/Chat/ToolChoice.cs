using System.Text.Json;
using FineTune.Emulator.Http;
using FineTune.Emulator.State;

namespace FineTune.Emulator.Chat;

/// <summary>Whether the answer may, must or must not call a tool, and which.</summary>
/// <param name="Tools">The functions that there are: name, and schema of the arguments.</param>
/// <param name="Forbidden">Whether none may be called.</param>
/// <param name="Wanted">The functions of which one must be called; empty for no such wish.</param>
internal sealed record ToolChoice(IReadOnlyDictionary<string, JsonElement?> Tools, bool Forbidden, IReadOnlyList<string> Wanted)
{
    /// <summary>Reads <c>tools</c> and <c>tool_choice</c>.</summary>
    /// <param name="body">The request.</param>
    /// <param name="nested">Whether name and schema stand under <c>function</c>, as in chat completions.</param>
    public static Outcome<ToolChoice> Read(JsonElement body, bool nested)
    {
        var tools = new Dictionary<string, JsonElement?>(StringComparer.Ordinal);
        var given = BodyFields.Value(body, "tools") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
        for (var i = 0; i < given.Count; i++)
        {
            var type = given[i].ValueKind == JsonValueKind.Object ? BodyFields.Text(BodyFields.Value(given[i], "type")) : null;
            if (type != "function")
            {
                return (type is null ? ParameterRefusal.Missing($"tools[{i}].type") : ParameterRefusal.Unplayed($"tools[{i}].type", "it calls functions only")).As<ToolChoice>();
            }
            var function = nested ? BodyFields.Value(given[i], "function") : given[i];
            if (function is not { ValueKind: JsonValueKind.Object } named || BodyFields.Text(BodyFields.Value(named, "name")) is not { Length: > 0 } name)
            {
                return ParameterRefusal.Missing($"tools[{i}].{(nested ? "function." : "")}name").As<ToolChoice>();
            }
            tools[name] = BodyFields.Value(named, "parameters");
        }
        return ReadChoice(BodyFields.Value(body, "tool_choice"), tools, nested);
    }

    /// <summary>The answer, with a call or without one, as it was asked for.</summary>
    public ChatMessage Apply(ChatMessage message)
    {
        if (Forbidden)
        {
            return message.ToolCalls.Count == 0 ? message : new ChatMessage(message.Content ?? "This is an emulated answer: the data call a tool here.", []);
        }
        if (Wanted.Count == 0 || message.ToolCalls.Any(call => Wanted.Contains(call.Name)))
        {
            return message;
        }
        var name = Wanted[0];
        var arguments = Tools[name] is { ValueKind: JsonValueKind.Object } schema && JsonReply.Sample(schema, message.Content ?? "") is { } made ? made : "{}";
        return new ChatMessage(null, [new ChatToolCall(Identifier.New("call_", 24), name, arguments)]);
    }

    private static Outcome<ToolChoice> ReadChoice(JsonElement? choice, Dictionary<string, JsonElement?> tools, bool nested)
    {
        if (choice is not { } given)
        {
            return new ToolChoice(tools, false, []);
        }
        if (tools.Count == 0)
        {
            return ParameterRefusal.Wrong("tool_choice", "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.").As<ToolChoice>();
        }
        if (given.ValueKind == JsonValueKind.String)
        {
            return given.GetString() switch
            {
                "auto" => new ToolChoice(tools, false, []),
                "none" => new ToolChoice(tools, true, []),
                "required" => new ToolChoice(tools, false, [.. tools.Keys]),
                var word => ParameterRefusal.WrongValue("tool_choice", word!, ["none", "auto", "required"]).As<ToolChoice>(),
            };
        }
        var named = given.ValueKind != JsonValueKind.Object ? null : nested ? BodyFields.Value(given, "function") : given;
        return named is not { ValueKind: JsonValueKind.Object } function || BodyFields.Text(BodyFields.Value(function, "name")) is not { } name
            ? ParameterRefusal.Unplayed("tool_choice", "it knows none, auto, required and the name of a function").As<ToolChoice>()
            : tools.ContainsKey(name)
                ? new ToolChoice(tools, false, [name])
                : ParameterRefusal.Wrong("tool_choice", $"Tool choice '{(name.Length > 64 ? name[..64] : name)}' not found in 'tools' parameter.").As<ToolChoice>();
    }
}
