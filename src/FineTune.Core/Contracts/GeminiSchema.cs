using System.Text.Json;
using System.Text.Json.Nodes;

namespace FineTune.Core.Contracts;

/// <summary>Gemini's schemas have the types of OpenAPI in capitals; JSON Schema knows them in small letters.</summary>
internal static class GeminiSchema
{
    private static readonly string[] Types = ["STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL"];

    /// <summary>The schema with its types as JSON Schema has them; values that it gives as examples stay.</summary>
    public static JsonNode? AsJsonSchema(JsonNode? schema) => schema switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, OfMember(member.Key, member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(AsJsonSchema)]),
        _ => schema?.DeepClone(),
    };

    private static JsonNode? OfMember(string name, JsonNode? value) => name switch
    {
        "type" when value is JsonValue type && type.GetValueKind() == JsonValueKind.String && Types.Contains(type.GetValue<string>()) => type.GetValue<string>().ToLowerInvariant(),
        "enum" or "default" or "example" => value?.DeepClone(),
        _ => AsJsonSchema(value),
    };
}
