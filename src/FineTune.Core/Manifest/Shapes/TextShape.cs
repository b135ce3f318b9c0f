using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>A text.</summary>
internal sealed record TextShape : Shape
{
    /// <summary>The only words that are allowed; empty for any text.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What the text must match; null for anything.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>The pattern in words, as the end of "must be …".</summary>
    public string PatternInWords { get; init; } = "";

    /// <summary>Most characters; null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether <c>${NAME}</c> may stand in it.</summary>
    public bool Variables { get; init; }

    /// <summary>Whether it is the name of an environment variable: a value that is none may be the secret itself and is never shown.</summary>
    public bool NamesVariable { get; init; }

    public override void Check(YamlNode node, string name, FindingList findings)
    {
        if (node is not YamlScalar { IsNull: false } scalar)
        {
            Mismatch(node, name, "text", findings);
        }
        else if (NamesVariable)
        {
            VariableNames.Check(scalar, name, findings);
        }
        else if (ManifestText.Check(scalar, Variables, findings))
        {
            CheckValue(scalar, name, findings);
        }
    }

    protected override void Describe(JsonObject schema)
    {
        schema["type"] = "string";
        if (Words.Count > 0)
        {
            schema["enum"] = new JsonArray([.. Words.Select(word => (JsonNode?)word)]);
        }
        if ((NamesVariable ? VariableNames.Pattern : Pattern) is { } pattern)
        {
            schema["pattern"] = pattern.ToString();
        }
        if (MaxLength is { } most)
        {
            schema["maxLength"] = most;
        }
    }

    private void CheckValue(YamlScalar scalar, string name, FindingList findings)
    {
        var value = scalar.Value;
        if (Words.Count > 0)
        {
            if (!Words.Contains(value))
            {
                findings.Add(ManifestRules.Value, scalar.Where, $"{SafeText.Quote(name)} is {SafeText.Quote(value)}; it must be {InWords.Or(Words)}{DidYouMean.Of(value, Words)}");
            }
        }
        else if (value.Length == 0)
        {
            findings.Add(ManifestRules.Value, scalar.Where, $"{SafeText.Quote(name)} is empty");
        }
        else if (value.Length > MaxLength)
        {
            findings.Add(ManifestRules.Value, scalar.Where, $"{SafeText.Quote(name)} has {value.Length} characters; at most {MaxLength} are allowed");
        }
        else if (Pattern is not null && !Pattern.IsMatch(value))
        {
            findings.Add(ManifestRules.Value, scalar.Where, $"{SafeText.Quote(name)} is {SafeText.Quote(value)}; it must be {PatternInWords}");
        }
    }
}
