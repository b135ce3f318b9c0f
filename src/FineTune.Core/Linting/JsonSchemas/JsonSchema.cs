using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>
/// A JSON Schema as hosts take them for tools: drafts 7 and 2020-12, with references into the schema itself only;
/// nothing is ever fetched. <c>format</c> is a note, as hosts treat it.
/// </summary>
internal sealed class JsonSchema
{
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

    /// <summary>What keeps a value from matching, as a sentence about the failing part; null where it matches.</summary>
    public string? Validate(JsonElement value) => new SchemaValidation(root, patterns).Check(value, root, JsonPlace.Root);
}
