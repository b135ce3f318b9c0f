using System.Text.Json;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>Finds values of an object by their keys; a large object is looked through once, not once a key.</summary>
internal readonly struct ObjectKeys
{
    private const int Few = 32;

    private readonly JsonElement value;

    private readonly Dictionary<string, JsonElement>? all;

    public ObjectKeys(JsonElement value)
    {
        this.value = value;
        if (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Skip(Few).Any())
        {
            all = new(StringComparer.Ordinal);
            foreach (var property in value.EnumerateObject())
            {
                all[property.Name] = property.Value;
            }
        }
    }

    /// <summary>The value of a key; null where there is none.</summary>
    public JsonElement? Find(string key)
    {
        var found = default(JsonElement);
        var isThere = all is null ? value.ValueKind == JsonValueKind.Object && value.TryGetProperty(key, out found) : all.TryGetValue(key, out found);
        return isThere ? found : null;
    }
}
