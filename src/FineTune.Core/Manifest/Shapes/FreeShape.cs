using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>A mapping that goes to the host as it is.</summary>
internal sealed record FreeShape : Shape
{
    /// <summary>Keys that must be there.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    public override void Check(YamlNode node, string name, FindingList findings)
    {
        if (node is not YamlMapping mapping)
        {
            Mismatch(node, name, "a mapping", findings);
            return;
        }
        foreach (var missing in Needs.Where(key => mapping.Find(key) is null))
        {
            findings.Add(ManifestRules.Value, node.Where, $"this entry of \"{name}\" has no \"{missing}\"");
        }
        CheckTexts(mapping, findings);
    }

    protected override void Describe(JsonObject schema)
    {
        schema["type"] = "object";
        if (Needs.Count > 0)
        {
            schema["required"] = new JsonArray([.. Needs.Select(key => (JsonNode?)key)]);
        }
    }

    private static void CheckTexts(YamlNode node, FindingList findings)
    {
        switch (node)
        {
            case YamlScalar scalar:
                ManifestText.Check(scalar, variablesAllowed: false, findings);
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    CheckTexts(item, findings);
                }
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    CheckTexts(entry.Value, findings);
                }
                break;
        }
    }
}
