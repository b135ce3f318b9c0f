using System.Text.Json.Nodes;
using FineTune.Core.Tests.Tokenization;

namespace FineTune.Core.Tests.Linting.JsonSchemas;

/// <summary>Schemas of every keyword that is judged, but for the bounds of <c>contains</c>, which the other library lets pass; and values of the few names and numbers that they speak of, so that both verdicts are common.</summary>
internal sealed class SeededSchemas(ulong seed)
{
    private static readonly string[] Keys = ["a", "b", "x-c", "é", "a/b"];
    private static readonly string[] Types = ["object", "array", "string", "number", "integer", "boolean", "null"];
    private static readonly string[] Patterns = ["^a", "b$", "^x-", "^[a-c]+$", "[0-9]{2,}", "^$", "é|ü", "\\d", "^\\S*$"];
    private static readonly string[] Numbers = ["0", "1", "-1", "1.0", "2", "0.5", "1e1", "10", "3.5", "-0.0", "1E-2", "0.01", "12345678901234567890"];
    private static readonly string[] Texts = ["", "a", "ab", "abc", "x-c", "é", "😀", "12", "a1b22", " "];

    private readonly SeededRandom random = new(seed);

    // A definition that led to itself would have no end.
    private bool isDefining;

    public JsonNode Schema()
    {
        isDefining = true;
        var definitions = new JsonObject { ["one"] = Any(1), ["two/3"] = Any(1), ["named"] = new JsonObject { ["$anchor"] = "named", ["type"] = random.Pick(Types) } };
        isDefining = false;
        var schema = Object(depth: 3);
        schema["$defs"] = definitions;
        return schema;
    }

    public JsonNode? Value(int depth) => random.Below(depth > 0 ? 9 : 6) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Below(2) == 0),
        2 or 3 => JsonNode.Parse(random.Pick(Numbers)),
        4 or 5 => JsonValue.Create(random.Pick(Texts)),
        6 or 7 => new JsonObject(Keys.Where(_ => random.Below(3) > 0).Select(key => KeyValuePair.Create(key, Value(depth - 1)))),
        _ => new JsonArray([.. Several(5, () => Value(depth - 1))]),
    };

    private JsonNode Any(int depth) => random.Below(12) switch
    {
        0 => JsonValue.Create(true),
        1 => JsonValue.Create(false),
        _ => Object(depth),
    };

    private JsonObject Object(int depth)
    {
        var schema = new JsonObject();
        for (var keywords = 1 + random.Below(3); keywords > 0; keywords--)
        {
            if (depth == 0 || random.Below(2) == 0)
            {
                AddSimple(schema);
            }
            else
            {
                AddNested(schema, depth - 1);
            }
        }

        return schema;
    }

    private void AddSimple(JsonObject schema)
    {
        var keyword = random.Pick("type", "types", "enum", "const", "required", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "pattern", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "uniqueItems", "dependentRequired", isDefining ? "type" : "$ref");
        schema[keyword == "types" ? "type" : keyword] = keyword switch
        {
            "type" => random.Pick(Types),
            "types" => new JsonArray([.. Several(3, () => random.Pick(Types)).Distinct().Select(type => JsonValue.Create(type))]),
            "enum" => new JsonArray([.. Several(4, () => Value(1))]),
            "const" => Value(1),
            "required" => Names(),
            "pattern" => random.Pick(Patterns),
            "uniqueItems" => random.Below(4) > 0,
            "dependentRequired" => new JsonObject { [random.Pick(Keys)] = Names() },
            "$ref" => random.Pick("#/$defs/one", "#/$defs/two~13", "#named"),
            "multipleOf" => JsonNode.Parse(random.Pick("1", "2", "0.5", "0.01", "3")),
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" => JsonNode.Parse(random.Pick(Numbers)),
            _ => random.Below(4),
        };
    }

    private void AddNested(JsonObject schema, int depth)
    {
        var keyword = random.Pick("properties", "properties", "patternProperties", "additionalProperties", "propertyNames", "items", "prefixItems", "contains", "allOf", "anyOf", "oneOf", "not", "if", "dependentSchemas");
        schema[keyword] = keyword switch
        {
            "properties" => new JsonObject(Keys.Where(_ => random.Below(2) == 0).Select(key => KeyValuePair.Create(key, (JsonNode?)Any(depth)))),
            "patternProperties" => new JsonObject { [random.Pick(Patterns)] = Any(depth) },
            "dependentSchemas" => new JsonObject { [random.Pick(Keys)] = Any(depth) },
            "prefixItems" or "allOf" or "anyOf" or "oneOf" => new JsonArray([.. Several(3, () => Any(depth))]),
            _ => Any(depth),
        };
        if (keyword == "if")
        {
            (schema["then"], schema["else"]) = (Any(depth), Any(depth));
        }
    }

    private JsonArray Names() => [.. Several(2, () => random.Pick(Keys)).Distinct().Select(key => JsonValue.Create(key))];

    private T[] Several<T>(int most, Func<T> make) => [.. Enumerable.Range(0, 1 + random.Below(most)).Select(_ => make())];
}
