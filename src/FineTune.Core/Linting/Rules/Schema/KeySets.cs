using FineTune.Core.Datasets.Facts;
using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Linting.Rules.Schema;

/// <summary>The different sets of top-level keys that the lines of a dataset have.</summary>
internal sealed class KeySets
{
    // More different sets than this are no pattern worth telling.
    private const int MostSets = 1000;

    private readonly Dictionary<ulong, KeySet> sets = [];

    public int Count => sets.Count;

    /// <summary>The set that most lines have.</summary>
    public KeySet Usual => sets.Values.MaxBy(set => set.Count);

    /// <summary>All sets, by their first line.</summary>
    public IEnumerable<KeySet> InOrder => sets.Values.OrderBy(set => (set.First.File, set.First.Offset));

    public void Add(in ExampleFacts facts, int file)
    {
        if (sets.TryGetValue(facts.Keys, out var known))
        {
            sets[facts.Keys] = known with { Count = known.Count + 1 };
        }
        else if (sets.Count < MostSets)
        {
            sets[facts.Keys] = new KeySet(new ExamplePlace(file, facts.Offset), 1);
        }
    }
}
