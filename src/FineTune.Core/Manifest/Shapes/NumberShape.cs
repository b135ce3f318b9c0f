using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>A number.</summary>
internal sealed record NumberShape : Shape
{
    /// <summary>Smallest value.</summary>
    public double Min { get; init; } = double.MinValue;

    /// <summary>Largest value.</summary>
    public double Max { get; init; } = double.MaxValue;

    /// <summary>Whether only whole numbers fit.</summary>
    public bool Whole { get; init; }

    private string Expected => (Whole ? "a whole number" : "a number") + (Min, Max) switch
    {
        (double.MinValue, double.MaxValue) => "",
        (_, double.MaxValue) => $" from {Min}",
        _ => $" from {Min} to {Max}",
    };

    public override void Check(YamlNode node, string name, FindingList findings)
    {
        if (node is not YamlScalar { Number: { } number } scalar)
        {
            Mismatch(node, name, Expected, findings);
        }
        else if (number < Min || number > Max || (Whole && scalar.Whole is null))
        {
            findings.Add(ManifestRules.Value, node.Where, $"{SafeText.Quote(name)} is {SafeText.Quote(scalar.Value)}; it must be {Expected}");
        }
    }

    protected override void Describe(JsonObject schema)
    {
        schema["type"] = Whole ? "integer" : "number";
        if (Min > double.MinValue)
        {
            schema["minimum"] = Number(Min);
        }
        if (Max < double.MaxValue)
        {
            schema["maximum"] = Number(Max);
        }
    }

    private JsonValue Number(double value) => Whole ? JsonValue.Create((long)value) : JsonValue.Create(value);
}
