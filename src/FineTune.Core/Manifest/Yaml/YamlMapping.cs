using FineTune.Core.Findings;

namespace FineTune.Core.Manifest.Yaml;

/// <summary>A mapping; every key once, in the order of the file.</summary>
/// <param name="entries">Its entries.</param>
/// <param name="where">The place.</param>
internal sealed class YamlMapping(IReadOnlyList<YamlEntry> entries, SourceSpan where) : YamlNode(where)
{
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public override int Height { get; } = 1 + entries.Select(entry => entry.Value.Height).DefaultIfEmpty().Max();

    public override long Weight { get; } = 1 + entries.Sum(entry => 1 + entry.Value.Weight);

    public override string Kind => "a mapping";

    /// <summary>The entry of a key; null where it is missing or empty.</summary>
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Value == key && !entry.IsEmpty);

    /// <summary>The value of a key; null where it is missing, empty or another kind of node.</summary>
    public T? Find<T>(string key) where T : YamlNode => Find(key)?.Value as T;

    /// <summary>The text of a key with its place; null where it is missing, empty or not a single value.</summary>
    public Sourced<string>? Text(string key) => Find<YamlScalar>(key) is { } scalar ? new(scalar.Value, scalar.Where) : null;

    /// <summary>This mapping laid over another one: mappings merge, everything else replaces.</summary>
    public YamlMapping Over(YamlMapping below)
    {
        var merged = below.Entries.ToDictionary(entry => entry.Key.Value, StringComparer.Ordinal);
        var order = below.Entries.Select(entry => entry.Key.Value).ToList();
        foreach (var entry in Entries)
        {
            if (!merged.TryGetValue(entry.Key.Value, out var lower))
            {
                order.Add(entry.Key.Value);
            }
            merged[entry.Key.Value] = (entry.Value, lower?.Value) is (YamlMapping upper, YamlMapping under)
                ? entry with { Value = upper.Over(under) }
                : entry;
        }
        return new YamlMapping(order.Select(key => merged[key]).ToArray(), Where);
    }
}
