using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>
/// A JSON Schema as hosts take them for tools: drafts 7 and 2020-12, with references into the schema itself only;
/// nothing is ever fetched. <c>format</c> is a note, as hosts treat it.
/// </summary>
internal sealed class JsonSchema
{
    private static readonly string[] Combining = ["$ref", "allOf", "anyOf", "oneOf", "if", "patternProperties"];

    private static readonly JsonElement Null = JsonSerializer.SerializeToElement<object?>(null);

    private readonly JsonElement root;

    private readonly SchemaPatterns patterns = new();

    private JsonSchema(JsonElement root) => this.root = root;

    /// <summary>Reads a schema; where it is none, says why as the end of a sentence.</summary>
    public static bool TryRead(JsonElement element, [NotNullWhen(true)] out JsonSchema? schema, [NotNullWhen(false)] out string? fault)
    {
        fault = SchemaForm.FaultOf(element);
        schema = fault is null ? new JsonSchema(element.Clone()) : null;
        return schema is not null;
    }

    /// <summary>Whether the schema names a key of an object.</summary>
    public bool Declares(string key) => Declared(key) is not null;

    /// <summary>What the schema says of null under a key of an object; schemas that are put together of others are not looked into.</summary>
    public NullTaking TakesNull(string key)
    {
        if (root.ValueKind != JsonValueKind.Object || Combining.Any(word => root.TryGetProperty(word, out _)))
        {
            return NullTaking.Takes;
        }
        if (Declared(key) is { } own)
        {
            return new SchemaValidation(root, patterns).Check(Null, own, JsonPlace.Root) is null ? NullTaking.Takes : NullTaking.Refuses;
        }
        if (root.TryGetProperty("additionalProperties", out var others))
        {
            return others.ValueKind == JsonValueKind.False ? NullTaking.Refuses : NullTaking.Takes;
        }
        return root.TryGetProperty("properties", out var properties) && properties.EnumerateObject().Any() ? NullTaking.LetsPass : NullTaking.Takes;
    }

    private JsonElement? Declared(string key) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("properties", out var properties) && properties.TryGetProperty(key, out var own) ? own : null;

    /// <summary>What keeps a value from matching, as a sentence about the failing part; null where it matches.</summary>
    public string? Validate(JsonElement value) => new SchemaValidation(root, patterns).Check(value, root, JsonPlace.Root);
}
