using System.Text.Json;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>References into the schema itself: <c>#</c>, <c>#/$defs/name</c>, and <c>#anchor</c>. Any other is never followed. What was found once is found at once.</summary>
internal sealed class SchemaReferences(JsonElement root)
{
    /// <summary>No value of a schema lies deeper.</summary>
    private const int MostParts = 64;

    private readonly Dictionary<string, (JsonElement Value, ObjectKeys Keys)?> found = new(StringComparer.Ordinal);

    private Dictionary<string, JsonElement>? anchors;

    public bool TryResolve(string reference, out JsonElement target)
    {
        target = root;
        if (reference is "#")
        {
            return true;
        }
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return reference.StartsWith('#') && (anchors ??= Anchors()).TryGetValue(reference[1..], out target);
        }
        if (reference.AsSpan().Count('/') > MostParts || Find(reference) is not { } place)
        {
            return false;
        }
        target = place.Value;
        return true;
    }

    private (JsonElement Value, ObjectKeys Keys)? Find(string pointer)
    {
        if (!found.TryGetValue(pointer, out var place))
        {
            found[pointer] = place = pointer is "#" ? (root, new ObjectKeys(root)) : Step(pointer);
        }
        return place;
    }

    private (JsonElement Value, ObjectKeys Keys)? Step(string pointer)
    {
        var slash = pointer.LastIndexOf('/');
        if (Find(pointer[..slash]) is not { } around)
        {
            return null;
        }
        var name = Uri.UnescapeDataString(pointer[(slash + 1)..]).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return around.Value.ValueKind switch
        {
            JsonValueKind.Object when around.Keys.Find(name) is { } inner => (inner, new ObjectKeys(inner)),
            JsonValueKind.Array when int.TryParse(name, out var index) && index >= 0 && index < around.Value.GetArrayLength() => (around.Value[index], new ObjectKeys(around.Value[index])),
            _ => null,
        };
    }

    private Dictionary<string, JsonElement> Anchors()
    {
        var all = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Add(root, all);
        return all;
    }

    private static void Add(JsonElement element, Dictionary<string, JsonElement> all)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property.NameEquals("$anchor"u8) && property.Value.ValueKind == JsonValueKind.String)
                {
                    all.TryAdd(property.Value.GetString()!, element);
                }
                Add(property.Value, all);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Add(item, all);
            }
        }
    }
}
