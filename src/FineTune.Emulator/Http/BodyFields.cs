using System.Text.Json;

namespace FineTune.Emulator.Http;

/// <summary>Reads the fields of a create call one at a time; the first that is wrong refuses the call.</summary>
internal static class BodyFields
{
    private const int MostMetadata = 16;
    private const int LongestKey = 64;
    private const int LongestValue = 512;
    private const int MostIntegrations = 5;

    /// <summary>The value of a field; null where it is missing or null.</summary>
    public static JsonElement? Value(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static Outcome<string?> Suffix(JsonElement body, int longest)
    {
        if (Value(body, "suffix") is not { } value)
        {
            return new Outcome<string?>(null, null);
        }
        return Text(value) is { Length: > 0 } suffix && suffix.Length <= longest && !suffix.Any(char.IsControl)
            ? new Outcome<string?>(suffix, null)
            : new Outcome<string?>(null, BodyRefusal.Invalid("suffix", $"a text of 1 to {longest} characters"));
    }

    public static Outcome<int?> Seed(JsonElement body)
    {
        if (Value(body, "seed") is not { } value)
        {
            return new Outcome<int?>(null, null);
        }
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var seed) && seed >= 0
            ? new Outcome<int?>(seed, null)
            : new Outcome<int?>(null, BodyRefusal.Invalid("seed", "a whole number from 0 to 2147483647"));
    }

    public static Outcome<IReadOnlyDictionary<string, string>?> Metadata(JsonElement body)
    {
        if (Value(body, "metadata") is not { } value)
        {
            return new Outcome<IReadOnlyDictionary<string, string>?>(null, null);
        }
        var metadata = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var pair in value.EnumerateObject())
            {
                if (Text(pair.Value) is not { Length: <= LongestValue } text || pair.Name.Length > LongestKey)
                {
                    metadata.Clear();
                    break;
                }
                metadata[pair.Name] = text;
            }
            if (metadata.Count <= MostMetadata && (metadata.Count > 0 || !value.EnumerateObject().Any()))
            {
                return new Outcome<IReadOnlyDictionary<string, string>?>(metadata, null);
            }
        }
        return new Outcome<IReadOnlyDictionary<string, string>?>(null, BodyRefusal.Invalid(
            "metadata", $"an object of at most {MostMetadata} pairs, keys of at most {LongestKey} and texts of at most {LongestValue} characters"));
    }

    public static Outcome<JsonElement?> Integrations(JsonElement body)
    {
        if (Value(body, "integrations") is not { } value)
        {
            return new Outcome<JsonElement?>(null, null);
        }
        return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= MostIntegrations && value.EnumerateArray().All(IsIntegration)
            ? new Outcome<JsonElement?>(value.Clone(), null)
            : new Outcome<JsonElement?>(null, BodyRefusal.Invalid("integrations", $"a list of at most {MostIntegrations} of type wandb, each with a project"));
    }

    private static bool IsIntegration(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && Text(Value(item, "type")) == "wandb"
        && Value(item, "wandb") is { ValueKind: JsonValueKind.Object } settings
        && Text(Value(settings, "project")) is { Length: > 0 };
}
