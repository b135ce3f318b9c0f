using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Linting.Rules.Across;

/// <summary>What the examples of a dataset share with each other: how many have it, and the first.</summary>
internal sealed class GroupTraits
{
    /// <summary>Further groups are not remembered.</summary>
    private const int Most = 500_000;

    private readonly Dictionary<GroupMark, (int Examples, ExamplePlace First)> groups = [];

    private readonly List<(ExamplePlace Place, GroupMark[] Marks)> examples = [];

    public long Examples { get; private set; }

    /// <summary>The examples that share something, in order; only of a dataset that is held against another.</summary>
    public IReadOnlyList<(ExamplePlace Place, GroupMark[] Marks)> Marked => examples;

    public int CountOf(GroupMark mark) => groups.GetValueOrDefault(mark).Examples;

    public ExamplePlace FirstOf(GroupMark mark) => groups[mark].First;

    public void Observe(in ExampleFacts facts, int file, bool keepsExamples)
    {
        Examples++;
        var place = new ExamplePlace(file, facts.Offset);
        foreach (var mark in facts.Groups ?? [])
        {
            if (groups.TryGetValue(mark, out var known))
            {
                groups[mark] = (known.Examples + 1, known.First);
            }
            else if (groups.Count < Most)
            {
                groups[mark] = (1, place);
            }
        }
        if (keepsExamples && facts.Groups is { } marks && examples.Count < Most)
        {
            examples.Add((place, marks));
        }
    }
}
