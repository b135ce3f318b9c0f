using System.Text.Json;

namespace FineTune.Core.Linting.JsonSchemas;

/// <summary>What every comparison with a schema needs of it.</summary>
internal sealed class SchemaContext(JsonElement root)
{
    private const int KeysAStep = 64;

    public SchemaPatterns Patterns { get; } = new();

    public SchemaReferences References { get; } = new(root);

    /// <summary>Up to draft 7 nothing beside a reference counts; hosts read a schema that names no draft as a newer one.</summary>
    public bool ReferencesStandAlone { get; } = root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("$schema", out var draft)
        && draft.ValueKind == JsonValueKind.String
        && draft.GetString()!.Contains("/draft-0", StringComparison.Ordinal);

    /// <summary>What one look into the schema counts as: keys of an object are looked through one after the other.</summary>
    public int StepsALook { get; } = 1 + MostKeys(root) / KeysAStep;

    private static int MostKeys(JsonElement element)
    {
        var (most, count) = (0, 0);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                count++;
                most = Math.Max(most, MostKeys(property.Value));
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                most = Math.Max(most, MostKeys(item));
            }
        }
        return Math.Max(most, count);
    }
}
