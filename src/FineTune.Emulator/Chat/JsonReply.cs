using System.Text.Json;
using System.Text.Json.Nodes;
using FineTune.Core.Linting.JsonSchemas;
using FineTune.Emulator.Http;

namespace FineTune.Emulator.Chat;

/// <summary>Gives an answer the form that was asked for: what the data answer with where it fits, else JSON made from the schema.</summary>
internal static class JsonReply
{
    public static ChatMessage Shape(ChatMessage message, ResponseFormat format) =>
        !format.IsJson || message.ToolCalls.Count > 0 || Fits(message.Content ?? "", format.Schema)
            ? message
            : message with { Content = Text(Make(message.Content ?? "", format.Schema)) };

    /// <summary>JSON for a schema of a tool's arguments; null where it is no schema.</summary>
    public static string? Sample(JsonElement schema, string text) =>
        JsonSchema.TryRead(schema, out _, out _) ? Text(new SchemaSample(schema, text).Make()) : null;

    private static bool Fits(string text, JsonElement? schema)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return schema is { } given && JsonSchema.TryRead(given, out var read, out _)
                ? read.Validate(document.RootElement) is null
                : document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonNode? Make(string text, JsonElement? schema) =>
        schema is { } given ? new SchemaSample(given, text).Make() : new JsonObject { ["answer"] = text };

    private static string Text(JsonNode? value) => value is null ? "null" : System.Text.Encoding.UTF8.GetString(JsonAnswer.Bytes(value).Span);
}
