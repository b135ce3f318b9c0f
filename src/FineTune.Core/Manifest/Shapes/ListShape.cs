using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>A list.</summary>
/// <param name="Item">What each item is.</param>
internal sealed record ListShape(Shape Item) : Shape
{
    /// <summary>Whether one item may stand without a list around it.</summary>
    public bool OneIsEnough { get; init; }

    /// <summary>Fewest items.</summary>
    public int MinItems { get; init; }

    /// <summary>Most items; null for any number.</summary>
    public int? MaxItems { get; init; }

    public override void Check(YamlNode node, string name, FindingList findings)
    {
        if (node is YamlSequence list)
        {
            CheckItems(list, name, findings);
        }
        else if (OneIsEnough && node is YamlScalar)
        {
            Item.Check(node, name, findings);
        }
        else
        {
            Mismatch(node, name, OneIsEnough ? "a value or a list" : "a list", findings);
        }
    }

    public override void CheckComplete(YamlNode node, SourceSpan key, string name, FindingList findings)
    {
        foreach (var item in (node as YamlSequence)?.Items ?? [])
        {
            Item.CheckComplete(item, item.Where, $"an entry of {SafeText.Quote(name)}", findings);
        }
    }

    protected override void Describe(JsonObject schema)
    {
        var target = schema;
        if (OneIsEnough)
        {
            target = [];
            var one = Item.Schema();
            one.Remove("description");
            schema["anyOf"] = new JsonArray(one, target);
        }
        target["type"] = "array";
        target["items"] = Item.Schema();
        if (MinItems > 0)
        {
            target["minItems"] = MinItems;
        }
        if (MaxItems is { } most)
        {
            target["maxItems"] = most;
        }
    }

    private void CheckItems(YamlSequence list, string name, FindingList findings)
    {
        if (list.Items.Count < MinItems)
        {
            findings.Add(ManifestRules.Value, list.Where, $"{SafeText.Quote(name)} is empty; it needs at least {MinItems}");
        }
        else if (list.Items.Count > MaxItems)
        {
            findings.Add(ManifestRules.Value, list.Where, $"{SafeText.Quote(name)} has {list.Items.Count} entries; at most {MaxItems} are allowed");
        }
        foreach (var item in list.Items)
        {
            Item.Check(item, name, findings);
        }
    }
}
