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

    private static readonly JsonElement Null = JsonDocument.Parse("null").RootElement;

    private readonly JsonElement root;

    private readonly SchemaContext context;

    private readonly ObjectKeys declared;

    private readonly bool isCombined;

    private JsonSchema(JsonElement root)
    {
        this.root = root;
        context = new SchemaContext(root);
        declared = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("properties", out var properties) ? new ObjectKeys(properties) : default;
        isCombined = root.ValueKind == JsonValueKind.Object && Combining.Any(word => root.TryGetProperty(word, out _));
    }

    /// <summary>Reads a schema; where it is none, says why as the end of a sentence.</summary>
    public static bool TryRead(JsonElement element, [NotNullWhen(true)] out JsonSchema? schema, [NotNullWhen(false)] out string? fault)
    {
        fault = SchemaForm.FaultOf(element);
        schema = fault is null ? new JsonSchema(element.Clone()) : null;
        return schema is not null;
    }

    /// <summary>Whether the schema names a key of an object.</summary>
    public bool Declares(string key) => declared.Find(key) is not null;

    /// <summary>What the schema says of null under a key of an object; schemas that are put together of others are not looked into.</summary>
    public NullTaking TakesNull(string key, SchemaWork work)
    {
        if (root.ValueKind != JsonValueKind.Object || isCombined)
        {
            return NullTaking.Takes;
        }
        if (declared.Find(key) is { } own)
        {
            return Check(Null, own, work) is null ? NullTaking.Takes : NullTaking.Refuses;
        }
        if (root.TryGetProperty("additionalProperties", out var others))
        {
            return others.ValueKind == JsonValueKind.False ? NullTaking.Refuses : NullTaking.Takes;
        }
        return root.TryGetProperty("properties", out var properties) && properties.EnumerateObject().Any() ? NullTaking.LetsPass : NullTaking.Takes;
    }

    /// <summary>What keeps a value from matching, as a sentence about the failing part; null where it matches.</summary>
    public string? Validate(JsonElement value) => Validate(value, new SchemaWork(0));

    /// <summary>The same, as a part of the work that a line may take.</summary>
    public string? Validate(JsonElement value, SchemaWork work) => Check(value, root, work);

    private string? Check(JsonElement value, JsonElement schema, SchemaWork work)
    {
        var validation = new SchemaValidation(context);
        var fault = validation.Check(value, schema, JsonPlace.Root);
        work.Take(validation.Steps);
        return fault;
    }
}
