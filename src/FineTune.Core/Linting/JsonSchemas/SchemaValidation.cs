using System.Text.Json;
using FineTune.Core.Findings;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>One comparison of a value with a schema. It answers with the first fault, and gives up as a match when a schema takes too many steps.</summary>
internal sealed partial class SchemaValidation(SchemaContext context)
{
    private const int MostSteps = 20_000;

    private const int MostDepth = 200;

    private const int ItemsAStep = 16;

    private const int LettersAStep = 64;

    private int steps;

    private int depth;

    /// <summary>What the comparison took.</summary>
    public int Steps => steps;

    /// <summary>What keeps the value from matching; null where it matches.</summary>
    public string? Check(JsonElement value, JsonElement schema, JsonPlace place)
    {
        if (schema.ValueKind == JsonValueKind.False)
        {
            return $"{place} is not allowed";
        }
        if (schema.ValueKind != JsonValueKind.Object || (steps += context.StepsALook) > MostSteps || depth >= MostDepth)
        {
            return null;
        }
        depth++;
        var fault = CheckReference(value, schema, place) ?? (context.ReferencesStandAlone && schema.TryGetProperty("$ref", out _) ? null : CheckKeywords(value, schema, place));
        depth--;
        return fault;
    }

    private string? CheckKeywords(JsonElement value, JsonElement schema, JsonPlace place) =>
        CheckType(value, schema, place)
        ?? CheckValues(value, schema, place)
        ?? value.ValueKind switch
        {
            JsonValueKind.Object => CheckObject(value, schema, place),
            JsonValueKind.Array => CheckArray(value, schema, place),
            JsonValueKind.String => CheckText(value, schema, place),
            JsonValueKind.Number => CheckNumber(value, schema, place),
            _ => null,
        }
        ?? CheckCombinations(value, schema, place);

    private bool Matches(JsonElement value, JsonElement schema, JsonPlace place) => Check(value, schema, place) is null;

    private string? CheckReference(JsonElement value, JsonElement schema, JsonPlace place) =>
        schema.TryGetProperty("$ref", out var reference)
        && reference.ValueKind == JsonValueKind.String
        && context.References.TryResolve(reference.GetString()!, out var target)
            ? Check(value, target, place)
            : null;

    private static string? CheckType(JsonElement value, JsonElement schema, JsonPlace place)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return null;
        }
        var types = type.ValueKind == JsonValueKind.String ? [type.GetString()!] : type.EnumerateArray().Select(item => item.GetString()!).ToList();
        var isNullable = value.ValueKind == JsonValueKind.Null && schema.TryGetProperty("nullable", out var nullable) && nullable.ValueKind == JsonValueKind.True;
        return isNullable || types.Exists(name => IsOfType(value, name))
            ? null
            : $"{place} is {JsonWords.Of(value)}; it must be {InWords.Or([.. types.Select(WithArticle)])}";
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && IsWhole(value),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => true,
    };

    private static bool IsWhole(JsonElement value) =>
        value.TryGetInt64(out _) || (value.TryGetDecimal(out var exact) ? exact == decimal.Truncate(exact) : Math.Floor(value.GetDouble()).Equals(value.GetDouble()));

    private static string WithArticle(string type) => type switch
    {
        "object" or "integer" => $"an {type}",
        "array" => "a list",
        "null" => "null",
        _ => $"a {type}",
    };

    private string? CheckValues(JsonElement value, JsonElement schema, JsonPlace place)
    {
        if (schema.TryGetProperty("const", out var only) && !JsonEquality.AreEqual(value, only))
        {
            return $"{place} is {JsonWords.Of(value)}; it must be {JsonWords.Of(only)}";
        }
        steps += schema.TryGetProperty("enum", out var allowed) ? allowed.GetArrayLength() / ItemsAStep : 0;
        if (allowed.ValueKind == JsonValueKind.Array && !allowed.EnumerateArray().Any(item => JsonEquality.AreEqual(value, item)))
        {
            var shown = allowed.EnumerateArray().Take(8).Select(JsonWords.Of).ToList();
            var more = allowed.GetArrayLength() > shown.Count ? " …" : "";
            var hint = value.ValueKind == JsonValueKind.String
                ? DidYouMean.Of(value.GetString()!, allowed.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!))
                : "";
            return $"{place} is {JsonWords.Of(value)}; it must be {InWords.Or(shown)}{more}{hint}";
        }
        return null;
    }

    private string? CheckText(JsonElement value, JsonElement schema, JsonPlace place)
    {
        var text = value.GetString()!;
        steps += text.Length / LettersAStep;
        if (schema.TryGetProperty("minLength", out var min) && Length(text) < min.GetDouble())
        {
            return $"{place} is {JsonWords.Of(value)}; it must have at least {min.GetRawText()} characters";
        }
        if (schema.TryGetProperty("maxLength", out var max) && Length(text) > max.GetDouble())
        {
            return $"{place} has {Length(text)} characters; it may have at most {max.GetRawText()}";
        }
        return schema.TryGetProperty("pattern", out var pattern) && context.Patterns.Find(pattern.GetString()!, ref steps) is { } regex && !regex.IsMatch(text)
            ? $"{place} is {JsonWords.Of(value)}; it must match {SafeText.Quote(pattern.GetString()!)}"
            : null;
    }

    private static int Length(string text) => text.EnumerateRunes().Count();

    private static string? CheckNumber(JsonElement value, JsonElement schema, JsonPlace place)
    {
        var number = value.GetDouble();
        if (schema.TryGetProperty("minimum", out var min))
        {
            var isExclusive = schema.TryGetProperty("exclusiveMinimum", out var flag) && flag.ValueKind == JsonValueKind.True;
            if (number < min.GetDouble() || (isExclusive && number.Equals(min.GetDouble())))
            {
                return $"{place} is {value.GetRawText()}; it must be {(isExclusive ? "above" : "at least")} {min.GetRawText()}";
            }
        }
        if (schema.TryGetProperty("maximum", out var max))
        {
            var isExclusive = schema.TryGetProperty("exclusiveMaximum", out var flag) && flag.ValueKind == JsonValueKind.True;
            if (number > max.GetDouble() || (isExclusive && number.Equals(max.GetDouble())))
            {
                return $"{place} is {value.GetRawText()}; it must be {(isExclusive ? "below" : "at most")} {max.GetRawText()}";
            }
        }
        if (schema.TryGetProperty("exclusiveMinimum", out var above) && above.ValueKind == JsonValueKind.Number && number <= above.GetDouble())
        {
            return $"{place} is {value.GetRawText()}; it must be above {above.GetRawText()}";
        }
        if (schema.TryGetProperty("exclusiveMaximum", out var below) && below.ValueKind == JsonValueKind.Number && number >= below.GetDouble())
        {
            return $"{place} is {value.GetRawText()}; it must be below {below.GetRawText()}";
        }
        return schema.TryGetProperty("multipleOf", out var step) && !IsMultiple(value, step)
            ? $"{place} is {value.GetRawText()}; it must be a multiple of {step.GetRawText()}"
            : null;
    }

    private static bool IsMultiple(JsonElement value, JsonElement step)
    {
        if (value.TryGetDecimal(out var exact) && step.TryGetDecimal(out var exactStep) && exactStep != 0)
        {
            return exact % exactStep == 0;
        }
        var quotient = value.GetDouble() / step.GetDouble();
        return Math.Floor(quotient).Equals(quotient);
    }
}
