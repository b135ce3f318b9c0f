using System.Text.Json;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Chat;

/// <summary>The messages of a chat completion request.</summary>
internal static class ChatMessages
{
    private static readonly string[] Roles = ["developer", "system", "user", "assistant", "tool", "function"];

    public static Outcome<IReadOnlyList<JsonElement>> Read(JsonElement? messages)
    {
        if (messages is not { } given)
        {
            return new Outcome<IReadOnlyList<JsonElement>>(null, ParameterRefusal.Missing("messages"));
        }
        if (given.ValueKind != JsonValueKind.Array)
        {
            return new Outcome<IReadOnlyList<JsonElement>>(null, ParameterRefusal.WrongType("messages", "an array", given));
        }
        var list = given.EnumerateArray().ToList();
        var refusal = list.Count == 0 ? ParameterRefusal.Empty("messages") : list.Select(Check).FirstOrDefault(found => found is not null);
        return new Outcome<IReadOnlyList<JsonElement>>(refusal is null ? list : null, refusal);
    }

    private static Answer? Check(JsonElement message, int index)
    {
        var place = $"messages[{index}]";
        if (message.ValueKind != JsonValueKind.Object)
        {
            return ParameterRefusal.WrongType(place, "an object", message);
        }
        if (BodyFields.Value(message, "role") is not { } role)
        {
            return ParameterRefusal.Missing($"{place}.role");
        }
        if (BodyFields.Text(role) is not { } name)
        {
            return ParameterRefusal.WrongType($"{place}.role", "a string", role);
        }
        if (!Roles.Contains(name))
        {
            return ParameterRefusal.WrongValue($"{place}.role", name, Roles);
        }
        return BodyFields.Value(message, "content") switch
        {
            null => name == "assistant" ? null : ParameterRefusal.Missing($"{place}.content"),
            { ValueKind: JsonValueKind.String or JsonValueKind.Array } => null,
            { } content => ParameterRefusal.WrongType($"{place}.content", "a string or an array", content),
        };
    }
}
