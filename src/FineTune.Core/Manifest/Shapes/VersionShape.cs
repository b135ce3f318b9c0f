using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>The version of the format.</summary>
/// <param name="Known">The only one that this build knows.</param>
internal sealed record VersionShape(int Known) : Shape
{
    public override void Check(YamlNode node, string name, FindingList findings)
    {
        if (node is not YamlScalar { Number: not null } scalar)
        {
            Mismatch(node, name, $"the number {Known}", findings);
        }
        else if (scalar.Whole != Known)
        {
            findings.Add(ManifestRules.Version, node.Where, $"{SafeText.Quote(name)} is {SafeText.Quote(scalar.Value)}; this build knows version {Known} only");
        }
    }

    protected override void Describe(JsonObject schema) => schema["const"] = Known;
}
