using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>What a value of the manifest may look like: the reader checks by it and the JSON Schema is written from it.</summary>
internal abstract record Shape
{
    /// <summary>What the value is for, in plain words.</summary>
    public string Description { get; init; } = "";

    /// <summary>Reports what is wrong with a node itself, whatever else the manifest says.</summary>
    /// <param name="node">The value.</param>
    /// <param name="name">The key it stands at, for messages.</param>
    /// <param name="findings">Takes the findings.</param>
    public abstract void Check(YamlNode node, string name, FindingList findings);

    /// <summary>Reports keys that are missing once all files are merged.</summary>
    /// <param name="node">The merged value.</param>
    /// <param name="key">Where the value's key is written.</param>
    /// <param name="name">The key, for messages.</param>
    /// <param name="findings">Takes the findings.</param>
    public virtual void CheckComplete(YamlNode node, SourceSpan key, string name, FindingList findings)
    {
    }

    /// <summary>The same as JSON Schema.</summary>
    public JsonObject Schema()
    {
        var schema = new JsonObject();
        if (Description.Length > 0)
        {
            schema["description"] = Description;
        }
        Describe(schema);
        return schema;
    }

    /// <summary>Adds what this shape knows to its JSON Schema.</summary>
    protected abstract void Describe(JsonObject schema);

    /// <summary>Reports a node of the wrong kind.</summary>
    protected static void Mismatch(YamlNode node, string name, string expected, FindingList findings) =>
        findings.Add(ManifestRules.Value, node.Where, $"{SafeText.Quote(name)} is {node.Kind}; it must be {expected}");
}
