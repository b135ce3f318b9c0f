using System.Text.Json;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Chat;

/// <summary>What matters of a list of messages: what the users said, and whose turn was last.</summary>
/// <param name="UserText">The text of all user messages.</param>
/// <param name="LastRole">The role of the last message; empty for none.</param>
internal sealed record Conversation(string UserText, string LastRole)
{
    public static Conversation Of(IEnumerable<JsonElement> messages)
    {
        var said = new List<string>();
        var last = "";
        foreach (var message in messages.Where(message => message.ValueKind == JsonValueKind.Object))
        {
            last = BodyFields.Text(BodyFields.Value(message, "role")) ?? "";
            if (last == "user")
            {
                said.Add(TextOf(message));
            }
        }
        return new Conversation(string.Join('\n', said), last);
    }

    /// <summary>The text of a message's content: a string, or the text parts of a list.</summary>
    public static string TextOf(JsonElement message) => BodyFields.Value(message, "content") switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Array } parts => string.Join('\n', parts.EnumerateArray()
            .Where(part => part.ValueKind == JsonValueKind.Object)
            .Select(part => BodyFields.Text(BodyFields.Value(part, "text")) ?? "")),
        _ => "",
    };
}
