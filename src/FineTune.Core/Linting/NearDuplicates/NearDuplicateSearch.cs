using FineTune.Core.Datasets.Indexing;
using static FineTune.Core.Linting.NearDuplicates.NearDuplicateSettings;

namespace FineTune.Core.Linting.NearDuplicates;

/// <summary>Finds examples that are nearly the same: candidates by equal bands, each verified by the exact Jaccard similarity of its shingles.</summary>
internal sealed class NearDuplicateSearch(IReadOnlyList<DatasetFile> files, DatasetIndex index)
{
    private readonly Dictionary<int, NearPair> found = [];

    private int compared;

    /// <summary>Whether there were more candidates than are compared.</summary>
    public bool IsCutShort => compared >= MostPairs;

    /// <summary>Each example that is nearly an earlier one of the same dataset, in order; the same again, and the same prompt with another answer, are for other rules.</summary>
    public IReadOnlyList<NearPair> Within()
    {
        using var store = new ExampleStore(files, index);
        var signatures = index.Signatures!;
        var refuted = new int[signatures.Count];
        for (var band = 0; band < Bands; band++)
        {
            var table = new BandTable(signatures, band);
            for (var i = 0; i < signatures.Count; i++)
            {
                if (signatures.Has(i) && table.Add(i) is >= 0 and var first && refuted[i] != first + 1 && !found.ContainsKey(i)
                    && index[i].Content != index[first].Content && (index[i].Context == 0 || index[i].Context != index[first].Context))
                {
                    Compare(store, i, store, first);
                    refuted[i] = first + 1;
                }
            }
        }
        return Sorted();
    }

    /// <summary>Each example that is nearly one of another dataset, in order, unless it is one of them.</summary>
    public IReadOnlyList<NearPair> Across(IReadOnlyList<DatasetFile> otherFiles, DatasetIndex other)
    {
        using var store = new ExampleStore(files, index);
        using var otherStore = new ExampleStore(otherFiles, other);
        var (signatures, others) = (index.Signatures!, other.Signatures!);
        var refuted = new int[signatures.Count];
        for (var band = 0; band < Bands; band++)
        {
            var table = new BandTable(others, band);
            for (var i = 0; i < others.Count; i++)
            {
                if (others.Has(i))
                {
                    table.Add(i);
                }
            }
            for (var i = 0; i < signatures.Count; i++)
            {
                if (signatures.Has(i) && table.Find(signatures.Band(i, band)) is >= 0 and var first && refuted[i] != first + 1 && !found.ContainsKey(i))
                {
                    Compare(store, i, otherStore, first);
                    refuted[i] = first + 1;
                }
            }
        }
        return Sorted();
    }

    private void Compare(ExampleStore store, int example, ExampleStore otherStore, int other)
    {
        if (compared++ < MostPairs && store.Read(example) is { } mine && otherStore.Read(other) is { } theirs && mine.Jaccard(theirs) is >= Threshold and var jaccard)
        {
            found[example] = new NearPair(example, other, jaccard);
        }
    }

    private List<NearPair> Sorted() => [.. found.Values.OrderBy(pair => pair.Example)];
}
