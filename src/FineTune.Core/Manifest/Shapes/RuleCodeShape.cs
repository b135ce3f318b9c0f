using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>The code of a rule.</summary>
internal sealed record RuleCodeShape : Shape
{
    public override void Check(YamlNode node, string name, FindingList findings)
    {
        if (node is not YamlScalar { IsNull: false } scalar)
        {
            Mismatch(node, name, "a rule's code, such as FT4003", findings);
        }
        else if (!RuleCodes.Contains(scalar.Value))
        {
            findings.Add(ManifestRules.UnknownRule, node.Where, $"there is no rule {SafeText.Quote(scalar.Value)}{DidYouMean.Of(scalar.Value, RuleCodes.All)}");
        }
    }

    protected override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        schema["pattern"] = "^FT[0-9]{4}$";
    }
}
