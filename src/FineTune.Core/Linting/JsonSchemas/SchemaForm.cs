using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>Whether a value is a JSON Schema: keywords of the right type, references that lead somewhere.</summary>
internal static class SchemaForm
{
    private static readonly string[] Types = ["object", "array", "string", "number", "integer", "boolean", "null"];

    /// <summary>What is wrong with a schema, as the end of a sentence; null where it is one.</summary>
    public static string? FaultOf(JsonElement root) => FaultOf(root, JsonPlace.Root, new SchemaReferences(root));

    private static string? FaultOf(JsonElement schema, JsonPlace place, SchemaReferences references)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return null;
        }
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return $"{place} is {JsonWords.Of(schema)}; a schema is an object";
        }
        foreach (var keyword in schema.EnumerateObject())
        {
            if (FaultOf(keyword, place.Property(keyword.Name), references) is { } fault)
            {
                return fault;
            }
        }
        return null;
    }

    private static string? FaultOf(JsonProperty keyword, JsonPlace place, SchemaReferences references) => keyword.Name switch
    {
        "type" => FaultOfType(keyword.Value, place),
        "enum" => Want(keyword.Value.ValueKind == JsonValueKind.Array, keyword.Value, place, "a list of values"),
        "properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas" => FaultOfMap(keyword, place, references),
        "items" when keyword.Value.ValueKind == JsonValueKind.Array => FaultOfList(keyword.Value, place, references),
        "items" or "additionalProperties" or "additionalItems" or "not" or "contains" or "propertyNames" or "if" or "then" or "else" =>
            FaultOf(keyword.Value, place, references),
        "anyOf" or "oneOf" or "allOf" or "prefixItems" => FaultOfList(keyword.Value, place, references),
        "required" => Want(IsTextList(keyword.Value), keyword.Value, place, "a list of property names"),
        "minLength" or "maxLength" or "minItems" or "maxItems" or "minProperties" or "maxProperties" or "minContains" or "maxContains" =>
            Want(keyword.Value.ValueKind == JsonValueKind.Number && keyword.Value.GetDouble() >= 0, keyword.Value, place, "a number of at least 0"),
        "minimum" or "maximum" => Want(keyword.Value.ValueKind == JsonValueKind.Number, keyword.Value, place, "a number"),
        "multipleOf" => Want(keyword.Value.ValueKind == JsonValueKind.Number && keyword.Value.GetDouble() > 0, keyword.Value, place, "a number above 0"),
        "pattern" => FaultOfPattern(keyword.Value, place),
        "$ref" => FaultOfReference(keyword.Value, place, references),
        "uniqueItems" => Want(keyword.Value.ValueKind is JsonValueKind.True or JsonValueKind.False, keyword.Value, place, "true or false"),
        "description" or "title" => Want(keyword.Value.ValueKind == JsonValueKind.String, keyword.Value, place, "a string"),
        _ => null,
    };

    private static string? FaultOfType(JsonElement value, JsonPlace place)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var type = value.GetString()!;
            return Types.Contains(type)
                ? null
                : $"{place} is {SafeText.Quote(type)}; a type is {InWords.Or(Types)}{DidYouMean.Of(type, Types)}";
        }
        if (!IsTextList(value) || value.GetArrayLength() == 0)
        {
            return $"{place} is {JsonWords.Of(value)}; it must be a type or a list of types";
        }
        return value.EnumerateArray().Select(item => FaultOfType(item, place)).FirstOrDefault(fault => fault is not null);
    }

    private static string? FaultOfMap(JsonProperty keyword, JsonPlace place, SchemaReferences references)
    {
        if (keyword.Value.ValueKind != JsonValueKind.Object)
        {
            return $"{place} is {JsonWords.Of(keyword.Value)}; it must be an object of schemas";
        }
        foreach (var entry in keyword.Value.EnumerateObject())
        {
            if (keyword.Name == "patternProperties" && !SchemaPatterns.IsPattern(entry.Name))
            {
                return $"{SafeText.Quote(entry.Name)} in {place} is no regular expression";
            }
            if (FaultOf(entry.Value, place.Property(entry.Name), references) is { } fault)
            {
                return fault;
            }
        }
        return null;
    }

    private static string? FaultOfList(JsonElement value, JsonPlace place, SchemaReferences references)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            return value.ValueKind == JsonValueKind.Array ? $"{place} is an empty list" : $"{place} is {JsonWords.Of(value)}; it must be a list of schemas";
        }
        return value.EnumerateArray().Select((item, index) => FaultOf(item, place.Item(index), references)).FirstOrDefault(fault => fault is not null);
    }

    private static string? FaultOfPattern(JsonElement value, JsonPlace place) =>
        value.ValueKind != JsonValueKind.String ? $"{place} is {JsonWords.Of(value)}; it must be a regular expression"
        : SchemaPatterns.IsPattern(value.GetString()!) ? null
        : $"{place} is {SafeText.Quote(value.GetString()!)}, which is no regular expression";

    private static string? FaultOfReference(JsonElement value, JsonPlace place, SchemaReferences references)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return $"{place} is {JsonWords.Of(value)}; it must be a string";
        }
        var reference = value.GetString()!;
        return reference.StartsWith('#') && !references.TryResolve(reference, out _)
            ? $"{place} is {SafeText.Quote(reference)}, which leads nowhere in the schema"
            : null;
    }

    private static bool IsTextList(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);

    private static string? Want(bool right, JsonElement value, JsonPlace place, string wanted) =>
        right ? null : $"{place} is {JsonWords.Of(value)}; it must be {wanted}";
}
