namespace FineTune.Core.Manifest.Yaml;

/// <summary>One key of a mapping with its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    /// <summary>Whether nothing stands after the key, which is as good as no key.</summary>
    public bool IsEmpty => Value is YamlScalar { IsNull: true };
}
