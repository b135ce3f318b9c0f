using FineTune.Core.Findings;

namespace FineTune.Core.Manifest.Yaml;

/// <summary>A node of a manifest with the place it is written at.</summary>
/// <param name="where">The place.</param>
internal abstract class YamlNode(SourceSpan where)
{
    /// <summary>Where it is written; for an alias, where its anchor is.</summary>
    public SourceSpan Where { get; } = where;

    /// <summary>Levels from here down, aliases followed: 1 for a scalar.</summary>
    public abstract int Height { get; }

    /// <summary>Nodes from here down, aliases followed.</summary>
    public abstract long Weight { get; }

    /// <summary>What it is, in the words of a message.</summary>
    public abstract string Kind { get; }
}
