using System.Text.Json.Nodes;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Shapes;

/// <summary>A mapping with fixed keys.</summary>
/// <param name="Keys">The keys that it may have.</param>
internal sealed record MapShape(params IReadOnlyList<KeyShape> Keys) : Shape
{
    private static readonly string[] SecretKeys = ["api_key", "apikey", "key", "token", "secret", "password", "bearer_token", "access_token"];

    /// <summary>Whether a key such as <c>api_key</c> here is an attempt to write a secret down.</summary>
    public bool NearSecrets { get; init; }

    public override void Check(YamlNode node, string name, FindingList findings)
    {
        if (node is not YamlMapping mapping)
        {
            Mismatch(node, name, "a mapping", findings);
            return;
        }
        foreach (var entry in mapping.Entries)
        {
            if (Keys.FirstOrDefault(key => key.Name == entry.Key.Value) is not { } known)
            {
                CheckUnknown(entry, findings);
            }
            else if (!entry.IsEmpty)
            {
                known.Value.Check(entry.Value, known.Name, findings);
            }
        }
    }

    public override void CheckComplete(YamlNode node, SourceSpan key, string name, FindingList findings)
    {
        if (node is not YamlMapping mapping)
        {
            return;
        }
        foreach (var known in Keys)
        {
            if (mapping.Find(known.Name) is { } entry)
            {
                known.Value.CheckComplete(entry.Value, entry.Key.Where, known.Name, findings);
            }
            else if (known.Required)
            {
                findings.Add(ManifestRules.Value, key, $"{name} has no {SafeText.Quote(known.Name)}");
            }
        }
    }

    protected override void Describe(JsonObject schema)
    {
        var properties = new JsonObject();
        foreach (var key in Keys)
        {
            var property = key.Value.Schema();
            // A key with nothing after it is as good as no key; editors should not complain about it while one types.
            if (!key.Required && property["type"]?.GetValueKind() == System.Text.Json.JsonValueKind.String && (string?)property["type"] is "object" or "array")
            {
                property["type"] = new JsonArray((string?)property["type"], "null");
            }
            properties[key.Name] = property;
        }
        schema["type"] = "object";
        schema["properties"] = properties;
        schema["additionalProperties"] = false;
    }

    private void CheckUnknown(YamlEntry entry, FindingList findings)
    {
        var key = entry.Key.Value;
        if (NearSecrets && !entry.IsEmpty && SecretKeys.Contains(key, StringComparer.OrdinalIgnoreCase))
        {
            findings.Add(ManifestRules.Secret, entry.Value.Where, $"{SafeText.Quote(key)} would put a secret into the repository; write the name of an environment variable at \"api_key_env\"");
        }
        else if (key == "<<")
        {
            findings.Add(ManifestRules.UnknownKey, entry.Key.Where, "merge keys are not read; use \"extends\", or an alias for each value");
        }
        else
        {
            var hint = DidYouMean.Of(key, Keys.Select(known => known.Name));
            var known = hint.Length > 0 ? hint : $"; known here: {string.Join(", ", Keys.Select(known => known.Name))}";
            findings.Add(ManifestRules.UnknownKey, entry.Key.Where, $"the key {SafeText.Quote(key)} means nothing here{known}");
        }
    }
}
