using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>Equality as JSON Schema has it: 1 and 1.0 are the same number, the order of properties does not count.</summary>
internal sealed class JsonEquality : IEqualityComparer<JsonElement>
{
    public static JsonEquality Comparer { get; } = new();

    public bool Equals(JsonElement x, JsonElement y) => AreEqual(x, y);

    public int GetHashCode([DisallowNull] JsonElement obj) => obj.ValueKind switch
    {
        JsonValueKind.String => StringComparer.Ordinal.GetHashCode(obj.GetString()!),
        // Many numbers may have one double.
        JsonValueKind.Number => obj.TryGetDecimal(out var exact) ? exact.GetHashCode() : obj.GetDouble().GetHashCode(),
        JsonValueKind.Array => obj.EnumerateArray().Aggregate(1, (sum, item) => HashCode.Combine(sum, GetHashCode(item))),
        JsonValueKind.Object => obj.EnumerateObject().Aggregate(2, (sum, property) => sum + HashCode.Combine(property.Name, GetHashCode(property.Value))),
        _ => (int)obj.ValueKind,
    };

    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }
        return left.ValueKind switch
        {
            JsonValueKind.String => left.ValueEquals(right.GetString()),
            JsonValueKind.Number => left.GetRawText() == right.GetRawText()
                || (left.TryGetDecimal(out var a) && right.TryGetDecimal(out var b) ? a == b : left.GetDouble().Equals(right.GetDouble())),
            JsonValueKind.Array => left.GetArrayLength() == right.GetArrayLength()
                && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second)),
            JsonValueKind.Object => AreEqualObjects(left, right),
            _ => true,
        };
    }

    private static bool AreEqualObjects(JsonElement left, JsonElement right)
    {
        if (!HaveAsMany(left, right))
        {
            return false;
        }
        var others = new ObjectKeys(right);
        return left.EnumerateObject().All(property => others.Find(property.Name) is { } other && AreEqual(property.Value, other));
    }

    // Not counted to their ends: a small object is compared with a large one over and over.
    private static bool HaveAsMany(JsonElement left, JsonElement right)
    {
        var (one, other) = (left.EnumerateObject(), right.EnumerateObject());
        while (one.MoveNext())
        {
            if (!other.MoveNext())
            {
                return false;
            }
        }
        return !other.MoveNext();
    }
}
