using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Core.Manifest.Yaml;

namespace FineTune.Core.Manifest.Reading;

/// <summary>Checks <c>metadata</c>: a job carries 16 pairs, and two of them are ours.</summary>
internal static class MetadataCheck
{
    /// <summary>What the names of our own pairs start with.</summary>
    public const string OwnPrefix = "finetune_";

    private const int MostPairs = 14;
    private const int LongestKey = 64;
    private const int LongestValue = 512;

    public static void Check(YamlMapping? metadata, FindingList findings)
    {
        if (metadata?.Entries.Count > MostPairs)
        {
            findings.Add(ManifestRules.Value, metadata.Where, $"\"metadata\" has {metadata.Entries.Count} pairs; at most {MostPairs} are allowed, since two of the 16 that a job carries mark the release");
        }
        foreach (var entry in metadata?.Entries ?? [])
        {
            var key = entry.Key.Value;
            if (key.StartsWith(OwnPrefix, StringComparison.Ordinal))
            {
                findings.Add(ManifestRules.Value, entry.Key.Where, $"{SafeText.Quote(key)} starts with \"{OwnPrefix}\", which marks the release's own pairs");
            }
            else if (key.Length is 0 or > LongestKey)
            {
                findings.Add(ManifestRules.Value, entry.Key.Where, $"this key of \"metadata\" has {key.Length} characters; it must have 1 to {LongestKey}");
            }
            if (entry.Value is YamlScalar { Value.Length: > LongestValue } value)
            {
                findings.Add(ManifestRules.Value, value.Where, $"{SafeText.Quote(key)} has {value.Value.Length} characters; at most {LongestValue} are allowed");
            }
        }
    }
}
