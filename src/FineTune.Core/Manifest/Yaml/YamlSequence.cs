using FineTune.Core.Findings;

namespace FineTune.Core.Manifest.Yaml;

/// <summary>A list.</summary>
/// <param name="items">Its items.</param>
/// <param name="where">The place.</param>
internal sealed class YamlSequence(IReadOnlyList<YamlNode> items, SourceSpan where) : YamlNode(where)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    public override int Height { get; } = 1 + items.Select(item => item.Height).DefaultIfEmpty().Max();

    public override long Weight { get; } = 1 + items.Sum(item => item.Weight);

    public override string Kind => "a list";
}
