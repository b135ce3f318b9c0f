using FineTune.Core.Datasets.Indexing;
using FineTune.Core.Linting.Judging;

namespace FineTune.Core.Linting.NearDuplicates;

/// <summary>Reads the shingles of examples again from their files; keeps the last few.</summary>
internal sealed class ExampleStore(IReadOnlyList<DatasetFile> files, DatasetIndex index) : IDisposable
{
    private const int Kept = 64;

    private readonly Dictionary<int, Shingles> recent = [];

    private readonly Queue<int> order = [];

    private readonly ExampleLines lines = new(files);

    /// <summary>The shingles of an example; null where its line is no longer what it was.</summary>
    public Shingles? Read(int of)
    {
        if (recent.TryGetValue(of, out var known))
        {
            return known;
        }
        if (lines.Read(index[of].Place) is not { } example)
        {
            return null;
        }
        var shingles = new Shingles();
        shingles.Read(example);
        if (order.Count == Kept)
        {
            recent.Remove(order.Dequeue());
        }
        order.Enqueue(of);
        return recent[of] = shingles;
    }

    public void Dispose() => lines.Dispose();
}
