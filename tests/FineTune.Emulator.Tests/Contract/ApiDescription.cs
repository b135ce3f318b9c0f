using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FineTune.Emulator.Tests.Contract;

/// <summary>OpenAI's own description of its API, and what of an answer does not fit it.</summary>
internal sealed class ApiDescription(JsonNode document)
{
    /// <summary>What a test of it needs.</summary>
    public const string Place = "openapi/openai-finetuning.openapi.json";

    /// <summary>The description, where <see cref="SharedFactAttribute"/> found it.</summary>
    public static ApiDescription Load() => new(JsonNode.Parse(File.ReadAllText(SharedFolder.Find(Place)!))!);

    /// <summary>The schema of the good answer to a request; null for an operation that is not described.</summary>
    public JsonNode? SchemaOf(string method, string path) =>
        OperationOf(method, path)?["responses"]!["200"]!["content"]!["application/json"]!["schema"];

    /// <summary>What of a request does not fit: its address, its query, its body.</summary>
    public IEnumerable<string> RequestFaults(string method, string path, string query, string? contentType, byte[] body)
    {
        if (OperationOf(method, path) is not { } operation)
        {
            return ["is not described"];
        }
        var known = (operation["parameters"] as JsonArray ?? []).Where(parameter => (string)parameter!["in"]! == "query").Select(parameter => (string)parameter!["name"]!).ToList();
        var strange = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => Uri.UnescapeDataString(pair.Split('=')[0]).Split('[')[0])
            .Where(name => !known.Contains(name))
            .Select(name => $"?{name} is not described");
        return [.. strange, .. BodyFaults(operation["requestBody"]?["content"]?.AsObject(), contentType, body)];
    }

    private IEnumerable<string> BodyFaults(JsonObject? described, string? contentType, byte[] body)
    {
        if (described is null)
        {
            return body is [] ? [] : ["has a body"];
        }
        var (type, content) = described.First();
        if (contentType?.StartsWith(type, StringComparison.Ordinal) != true)
        {
            return [$"is {contentType}, must be {type}"];
        }
        if (type == "application/json")
        {
            return Faults(JsonNode.Parse(body), content!["schema"]!);
        }
        var schema = Schema(((string)content!["schema"]!["$ref"]!).Split('/')[^1]);
        var fields = Regex.Matches(System.Text.Encoding.Latin1.GetString(body), "form-data; name=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        return (schema["required"] as JsonArray ?? []).Select(name => (string)name!).Except(fields).Select(name => $"lacks {name}")
            .Concat(fields.Where(name => schema["properties"]![name] is null).Select(name => $"{name} is not described"));
    }

    private JsonNode? OperationOf(string method, string path)
    {
        var name = method.ToLowerInvariant();
        return document["paths"]!.AsObject()
            .Where(route => route.Value![name] is not null && Regex.IsMatch(path, "^" + Regex.Replace(route.Key, @"\{[^}]+\}", "[^/]+") + "$"))
            .OrderBy(route => route.Key.Contains('{', StringComparison.Ordinal))
            .Select(route => route.Value![name])
            .FirstOrDefault();
    }

    public JsonNode Schema(string name) => document["components"]!["schemas"]![name]!;

    /// <summary>What does not fit, each with its place in the answer.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode schema, string place = "$")
    {
        if (value is null && (bool?)schema["nullable"] == true)
        {
            return [];
        }
        if (schema["$ref"] is { } reference)
        {
            return Faults(value, Schema(((string)reference!).Split('/')[^1]), place);
        }
        var alternatives = (schema["anyOf"] ?? schema["oneOf"])?.AsArray();
        if (alternatives is not null && alternatives.All(choice => Faults(value, choice!, place).Any()))
        {
            return [$"{place}: fits none of the alternatives: {value?.ToJsonString() ?? "null"}"];
        }
        var all = schema["allOf"]?.AsArray().SelectMany(part => Faults(value, part!, place)) ?? [];
        return [.. all, .. TypeFaults(value, schema, place), .. EnumFaults(value, schema, place), .. RangeFaults(value, schema, place),
            .. ObjectFaults(value as JsonObject, schema, place), .. ArrayFaults(value as JsonArray, schema, place)];
    }

    private static IEnumerable<string> TypeFaults(JsonNode? value, JsonNode schema, string place)
    {
        var types = schema["type"] switch
        {
            null => [],
            JsonArray several => several.Select(type => (string)type!).ToList(),
            var one => [(string)one!],
        };
        var kind = value?.GetValueKind() switch
        {
            null => "null",
            System.Text.Json.JsonValueKind.Object => "object",
            System.Text.Json.JsonValueKind.Array => "array",
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => (double)value! % 1 == 0 ? "integer" : "number",
            _ => "boolean",
        };
        return types.Count == 0 || types.Contains(kind) || (kind == "integer" && types.Contains("number"))
            ? []
            : [$"{place}: is {kind}, must be {string.Join(" or ", types)}"];
    }

    private static IEnumerable<string> EnumFaults(JsonNode? value, JsonNode schema, string place) =>
        schema["enum"] is not JsonArray allowed || allowed.Any(item => JsonNode.DeepEquals(item, value))
            ? []
            : [$"{place}: {value?.ToJsonString() ?? "null"} is none of {allowed.ToJsonString()}"];

    private static IEnumerable<string> RangeFaults(JsonNode? value, JsonNode schema, string place) =>
        value?.GetValueKind() != System.Text.Json.JsonValueKind.Number
        || ((double)value >= ((double?)schema["minimum"] ?? double.MinValue) && (double)value <= ((double?)schema["maximum"] ?? double.MaxValue))
            ? []
            : [$"{place}: {value} is out of range"];

    private IEnumerable<string> ObjectFaults(JsonObject? value, JsonNode schema, string place)
    {
        if (value is null)
        {
            return [];
        }
        var known = schema["properties"] as JsonObject ?? [];
        var missing = (schema["required"] as JsonArray ?? []).Select(name => (string)name!).Where(name => !value.ContainsKey(name)).Select(name => $"{place}: lacks {name}");
        var wrong = value.SelectMany(pair => (known[pair.Key], schema["additionalProperties"]) switch
        {
            ({ } described, _) => Faults(pair.Value, described, $"{place}.{pair.Key}"),
            (null, JsonObject others) => Faults(pair.Value, others, $"{place}.{pair.Key}"),
            (null, JsonValue no) when !(bool)no => [$"{place}.{pair.Key}: is not allowed"],
            _ => [],
        });
        return missing.Concat(wrong);
    }

    private IEnumerable<string> ArrayFaults(JsonArray? value, JsonNode schema, string place) =>
        value is null || schema["items"] is not { } items ? [] : value.SelectMany((item, index) => Faults(item, items, $"{place}[{index}]"));
}
