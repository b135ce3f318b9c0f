using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>A mapping whose keys the user names.</summary>
/// <param name="Value">What stands at each key.</param>
internal sealed record NamedShape(Shape Value) : Shape
{
    /// <summary>What each name is; null for anything.</summary>
    public Shape? Names { get; init; }

    /// <summary>Names that editors offer.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    public override void Check(YamlNode node, string name, FindingList findings)
    {
        if (node is not YamlMapping mapping)
        {
            Mismatch(node, name, "a mapping", findings);
            return;
        }
        foreach (var entry in mapping.Entries)
        {
            Names?.Check(entry.Key, $"name in {name}", findings);
            if (!entry.IsEmpty)
            {
                Value.Check(entry.Value, entry.Key.Value, findings);
            }
        }
    }

    public override void CheckComplete(YamlNode node, SourceSpan key, string name, FindingList findings)
    {
        foreach (var entry in (node as YamlMapping)?.Entries ?? [])
        {
            var value = entry.IsEmpty ? new YamlMapping([], entry.Value.Where) : entry.Value;
            Value.CheckComplete(value, entry.Key.Where, SafeText.Quote(entry.Key.Value), findings);
        }
    }

    protected override void Describe(JsonObject schema)
    {
        schema["type"] = "object";
        if (Names is not null)
        {
            schema["propertyNames"] = Names.Schema();
        }
        if (Suggestions.Count > 0)
        {
            schema["properties"] = new JsonObject(Suggestions.Select(name => KeyValuePair.Create(name, (JsonNode?)Value.Schema())));
        }
        schema["additionalProperties"] = Value.Schema();
    }
}
