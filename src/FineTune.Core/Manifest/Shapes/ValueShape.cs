using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>A single value of any type: what fits is decided elsewhere, by the profile.</summary>
/// <param name="Types">Its types in JSON Schema.</param>
internal sealed record ValueShape(params IReadOnlyList<string> Types) : Shape
{
    public override void Check(YamlNode node, string name, FindingList findings)
    {
        if (node is YamlScalar { IsNull: false } scalar)
        {
            ManifestText.Check(scalar, variablesAllowed: false, findings);
        }
        else
        {
            Mismatch(node, name, "a single value", findings);
        }
    }

    protected override void Describe(JsonObject schema) => schema["type"] = new JsonArray([.. Types.Select(type => (JsonNode?)type)]);
}
