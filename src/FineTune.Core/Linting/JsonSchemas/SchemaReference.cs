using System.Text.Json;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>References into the schema itself: <c>#</c>, <c>#/$defs/name</c>, and <c>#anchor</c>. Any other is never followed.</summary>
internal static class SchemaReference
{
    public static bool TryResolve(JsonElement root, string reference, out JsonElement target)
    {
        target = root;
        if (reference is "#")
        {
            return true;
        }
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return reference.StartsWith('#') && TryFindAnchor(root, reference[1..], out target);
        }
        foreach (var step in reference[2..].Split('/'))
        {
            var name = Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (target.ValueKind == JsonValueKind.Object && target.TryGetProperty(name, out var inner))
            {
                target = inner;
            }
            else if (target.ValueKind == JsonValueKind.Array && int.TryParse(name, out var index) && index >= 0 && index < target.GetArrayLength())
            {
                target = target[index];
            }
            else
            {
                return false;
            }
        }
        return true;
    }

    private static bool TryFindAnchor(JsonElement element, string anchor, out JsonElement target)
    {
        target = element;
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("$anchor", out var name) && name.ValueKind == JsonValueKind.String && name.ValueEquals(anchor))
            {
                return true;
            }
            foreach (var property in element.EnumerateObject())
            {
                if (TryFindAnchor(property.Value, anchor, out target))
                {
                    return true;
                }
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (TryFindAnchor(item, anchor, out target))
                {
                    return true;
                }
            }
        }
        return false;
    }
}
