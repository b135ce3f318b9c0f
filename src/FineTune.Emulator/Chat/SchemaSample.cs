using FineTune.Core.Linting.JsonSchemas;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FineTune.Emulator.Chat;

/// <summary>Makes a value for a JSON Schema, the same one each time. Patterns, conditions and <c>not</c> are not heeded.</summary>
/// <param name="root">The schema.</param>
/// <param name="text">What its texts say, as far as their form lets them.</param>
internal sealed class SchemaSample(JsonElement root, string text)
{
    private const int MostDepth = 24;
    private const int DeepEnough = 6;
    private const int MostValues = 2_000;
    private const int MostItems = 50;

    private int values;

    public JsonNode? Make() => Make(root, 0);

    private JsonNode? Make(JsonElement schema, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > MostDepth || ++values > MostValues)
        {
            return schema.ValueKind == JsonValueKind.Object ? null : text;
        }
        if (schema.TryGetProperty("const", out var only))
        {
            return JsonNode.Parse(only.GetRawText());
        }
        if (schema.TryGetProperty("enum", out var words) && words.GetArrayLength() > 0)
        {
            return JsonNode.Parse(words[0].GetRawText());
        }
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return new SchemaReferences(root).TryResolve(reference.GetString()!, out var target) ? Make(target, depth + 1) : null;
        }
        if (schema.TryGetProperty("allOf", out var parts))
        {
            return Unite(schema, parts, depth);
        }
        return Choices(schema) is { } choices ? Make(Choose(choices, depth), depth + 1) : OfType(TypeOf(schema), schema, depth);
    }

    private JsonNode? OfType(string type, JsonElement schema, int depth) => type switch
    {
        "object" => MakeObject(schema, depth),
        "array" => MakeArray(schema, depth),
        "integer" => SampleNumber.Of(schema, whole: true),
        "number" => SampleNumber.Of(schema, whole: false),
        "boolean" => true,
        "null" => null,
        _ => SampleText.Of(schema, text),
    };

    private JsonObject MakeObject(JsonElement schema, int depth)
    {
        var made = new JsonObject();
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet() : [];
        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject().Where(property => depth < DeepEnough || required.Contains(property.Name)))
            {
                made[property.Name] = Make(property.Value, depth + 1);
            }
        }
        foreach (var name in required.Where(name => !made.ContainsKey(name)))
        {
            made[name] = text;
        }
        return made;
    }

    private JsonArray MakeArray(JsonElement schema, int depth)
    {
        var least = Count(schema, "minItems") ?? (depth < DeepEnough ? 1 : 0);
        var count = Math.Min(Math.Min(least, Count(schema, "maxItems") ?? MostItems), MostItems);
        var first = schema.TryGetProperty("prefixItems", out var prefix) ? prefix.EnumerateArray().ToList() : [];
        var rest = schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object ? items : default;
        return [.. Enumerable.Range(0, Math.Max(count, first.Count)).Select(i => i < first.Count ? Make(first[i], depth + 1) : rest.ValueKind == JsonValueKind.Object ? Make(rest, depth + 1) : text)];
    }

    // What stands beside allOf counts as one more part.
    private JsonNode? Unite(JsonElement schema, JsonElement parts, int depth)
    {
        var made = parts.EnumerateArray().Select(part => Make(part, depth + 1)).ToList();
        if (made.Exists(value => value is not JsonObject))
        {
            return made[0];
        }
        var united = schema.TryGetProperty("properties", out _) ? MakeObject(schema, depth) : [];
        foreach (var pair in made.SelectMany(value => value!.AsObject().ToList()))
        {
            united[pair.Key] = pair.Value?.DeepClone();
        }
        return united;
    }

    private static JsonElement? Choices(JsonElement schema) =>
        schema.TryGetProperty("anyOf", out var any) ? any : schema.TryGetProperty("oneOf", out var one) ? one : null;

    // The first that says something; deep down, where a schema may hold itself, the one that says nothing.
    private static JsonElement Choose(JsonElement choices, int depth)
    {
        var wanted = depth >= DeepEnough;
        var found = choices.EnumerateArray().FirstOrDefault(choice => choice.ValueKind == JsonValueKind.Object && TypeOf(choice) == "null" == wanted);
        return found.ValueKind == JsonValueKind.Undefined ? choices[0] : found;
    }

    private static string TypeOf(JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return schema.TryGetProperty("properties", out _) ? "object" : schema.TryGetProperty("items", out _) ? "array" : "string";
        }
        return type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : type.EnumerateArray().Select(item => item.GetString()!).OrderBy(name => name == "null").First();
    }

    private static int? Count(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var count) ? (int)Math.Min(count.GetDouble(), MostItems) : null;
}
