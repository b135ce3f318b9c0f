using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.JsonSchemas;

internal sealed partial class SchemaValidation
{
    private string? CheckObject(JsonElement value, JsonElement schema, JsonPlace place)
    {
        var (keys, declared) = (new ObjectKeys(value), schema.TryGetProperty("properties", out var properties) ? new ObjectKeys(properties) : default);
        if (schema.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Array)
        {
            steps += required.GetArrayLength() / ItemsAStep;
            foreach (var name in required.EnumerateArray())
            {
                if (keys.Find(name.GetString()!) is null)
                {
                    return $"{place.Property(name.GetString()!)} is missing";
                }
            }
        }
        var count = 0;
        foreach (var property in value.EnumerateObject())
        {
            if (CheckProperty(property, declared.Find(property.Name), schema, place.Property(property.Name)) is { } fault)
            {
                return fault;
            }
            count++;
        }
        steps += count / ItemsAStep;
        if (schema.TryGetProperty("minProperties", out var min) && count < min.GetDouble())
        {
            return $"{place} has {Amount.Of(count, "key")}; it must have at least {min.GetRawText()}";
        }
        if (schema.TryGetProperty("maxProperties", out var max) && count > max.GetDouble())
        {
            return $"{place} has {Amount.Of(count, "key")}; it may have at most {max.GetRawText()}";
        }
        return CheckDependencies(value, keys, schema, place);
    }

    private string? CheckProperty(JsonProperty property, JsonElement? declared, JsonElement schema, JsonPlace place)
    {
        var isDeclared = declared is not null;
        if (declared is { } own && Check(property.Value, own, place) is { } wrong)
        {
            return wrong;
        }
        if (schema.TryGetProperty("patternProperties", out var matched))
        {
            foreach (var entry in matched.EnumerateObject())
            {
                if (steps > MostSteps)
                {
                    return null;
                }
                if (context.Patterns.Find(entry.Name, ref steps) is { } regex && regex.IsMatch(property.Name))
                {
                    isDeclared = true;
                    if (Check(property.Value, entry.Value, place) is { } fault)
                    {
                        return fault;
                    }
                }
            }
        }
        if (schema.TryGetProperty("propertyNames", out var names) && !Matches(JsonSerializer.SerializeToElement(property.Name, Datasets.Json.JsonTypes.Default.String), names, place))
        {
            return $"{place} is a key that is not allowed";
        }
        if (isDeclared || !schema.TryGetProperty("additionalProperties", out var others))
        {
            return null;
        }
        return others.ValueKind == JsonValueKind.False
            ? $"{place} is not declared{DidYouMean.Of(property.Name, Names(schema))}"
            : Check(property.Value, others, place);
    }

    private static IEnumerable<string> Names(JsonElement schema) =>
        schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object ? properties.EnumerateObject().Select(entry => entry.Name) : [];

    private string? CheckDependencies(JsonElement value, ObjectKeys keys, JsonElement schema, JsonPlace place)
    {
        foreach (var keyword in (string[])["dependentRequired", "dependentSchemas", "dependencies"])
        {
            if (!schema.TryGetProperty(keyword, out var dependencies) || dependencies.ValueKind != JsonValueKind.Object)
            {
                continue;
            }
            foreach (var entry in dependencies.EnumerateObject().Where(entry => keys.Find(entry.Name) is not null))
            {
                steps += 1 + (entry.Value.ValueKind == JsonValueKind.Array ? entry.Value.GetArrayLength() / ItemsAStep : 0);
                var fault = entry.Value.ValueKind == JsonValueKind.Array
                    ? entry.Value.EnumerateArray()
                        .Where(name => keys.Find(name.GetString()!) is null)
                        .Select(name => $"{place.Property(name.GetString()!)} is missing, which {SafeText.Quote(entry.Name)} needs")
                        .FirstOrDefault()
                    : Check(value, entry.Value, place);
                if (fault is not null)
                {
                    return fault;
                }
            }
        }
        return null;
    }

    private string? CheckArray(JsonElement value, JsonElement schema, JsonPlace place)
    {
        var count = value.GetArrayLength();
        steps += count / ItemsAStep;
        if (schema.TryGetProperty("minItems", out var min) && count < min.GetDouble())
        {
            return $"{place} has {Amount.Of(count, "item")}; it must have at least {min.GetRawText()}";
        }
        if (schema.TryGetProperty("maxItems", out var max) && count > max.GetDouble())
        {
            return $"{place} has {Amount.Of(count, "item")}; it may have at most {max.GetRawText()}";
        }
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.ValueKind == JsonValueKind.True && HasRepeats(value))
        {
            return $"{place} has the same item twice";
        }
        return CheckItems(value, schema, place) ?? CheckContains(value, schema, place);
    }

    private string? CheckItems(JsonElement value, JsonElement schema, JsonPlace place)
    {
        var hasItems = schema.TryGetProperty("items", out var items);
        var isTuple = hasItems && items.ValueKind == JsonValueKind.Array;
        var hasFirst = schema.TryGetProperty("prefixItems", out var first);
        (first, hasFirst) = isTuple ? (items, true) : (first, hasFirst);
        var hasRest = isTuple ? schema.TryGetProperty("additionalItems", out items) : hasItems;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var fault = hasFirst && index < first.GetArrayLength()
                ? Check(item, first[index], place.Item(index))
                : hasRest ? Check(item, items, place.Item(index)) : null;
            if (fault is not null)
            {
                return fault;
            }
            index++;
        }
        return null;
    }

    private string? CheckContains(JsonElement value, JsonElement schema, JsonPlace place)
    {
        if (!schema.TryGetProperty("contains", out var wanted))
        {
            return null;
        }
        var found = value.EnumerateArray().Count(item => Matches(item, wanted, place));
        var least = schema.TryGetProperty("minContains", out var min) ? min.GetDouble() : 1;
        return found < least || (schema.TryGetProperty("maxContains", out var max) && found > max.GetDouble())
            ? $"{place} has {Amount.Of(found, "item")} of the kind that it must contain"
            : null;
    }

    private static bool HasRepeats(JsonElement value)
    {
        var seen = new HashSet<JsonElement>(JsonEquality.Comparer);
        return !value.EnumerateArray().All(seen.Add);
    }

    private string? CheckCombinations(JsonElement value, JsonElement schema, JsonPlace place)
    {
        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var part in all.EnumerateArray())
            {
                if (Check(value, part, place) is { } fault)
                {
                    return fault;
                }
            }
        }
        if (schema.TryGetProperty("anyOf", out var any) && CheckAny(value, any, place) is { } none)
        {
            return none;
        }
        if (schema.TryGetProperty("oneOf", out var one))
        {
            var matching = one.EnumerateArray().Count(part => Matches(value, part, place));
            if (matching != 1)
            {
                return matching == 0 ? CheckAny(value, one, place) : $"{place} matches {matching} of the alternatives; it must match one";
            }
        }
        if (schema.TryGetProperty("not", out var not) && Matches(value, not, place))
        {
            return $"{place} is {JsonWords.Of(value)}, which the schema rules out";
        }
        if (schema.TryGetProperty("if", out var condition))
        {
            var branch = Matches(value, condition, place) ? "then" : "else";
            return schema.TryGetProperty(branch, out var consequence) ? Check(value, consequence, place) : null;
        }
        return null;
    }

    private string? CheckAny(JsonElement value, JsonElement alternatives, JsonPlace place)
    {
        string? first = null;
        foreach (var part in alternatives.EnumerateArray())
        {
            if (Check(value, part, place) is not { } fault)
            {
                return null;
            }
            first ??= fault;
        }
        return alternatives.GetArrayLength() == 1 ? first : $"{place} is {JsonWords.Of(value)}, which matches none of the {alternatives.GetArrayLength()} alternatives (of the first: {first})";
    }
}
