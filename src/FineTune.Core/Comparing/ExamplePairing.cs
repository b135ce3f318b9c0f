using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Comparing;

/// <summary>Which examples of two datasets are the same, which belong together though they differ, and which stand alone. The order of lines and files does not count.</summary>
internal sealed class ExamplePairing
{
    // Beyond that, texts are not read to find partners: data that is wholly other has none.
    private const int MostRead = 5_000;

    private List<int> added = [];

    private List<int> removed = [];

    private readonly List<(int Before, int After)> changed = [];

    private ExamplePairing()
    {
    }

    /// <summary>Examples that are only in the later data, by their number.</summary>
    public IReadOnlyList<int> Added => added;

    /// <summary>Examples that are only in the earlier data, by their number.</summary>
    public IReadOnlyList<int> Removed => removed;

    /// <summary>Pairs of examples that differ: of the same context, else of the same first user turn, else of the same last answer.</summary>
    public IReadOnlyList<(int Before, int After)> Changed => changed;

    /// <summary>How many are in both.</summary>
    public long Unchanged { get; private set; }

    /// <summary>Pairs the examples of two datasets.</summary>
    public static ExamplePairing Of(DatasetContents before, DatasetContents after)
    {
        var pairing = new ExamplePairing();
        pairing.FindSame(before.Index, after.Index);
        pairing.Pair(index => before.Index[index].Context, index => after.Index[index].Context);
        if (pairing.added.Count is > 0 and <= MostRead && pairing.removed.Count is > 0 and <= MostRead)
        {
            var old = pairing.removed.ToDictionary(index => index, index => ExampleWords.Of(before, index));
            var fresh = pairing.added.ToDictionary(index => index, index => ExampleWords.Of(after, index));
            pairing.Pair(index => old[index].Prompt, index => fresh[index].Prompt);
            pairing.Pair(index => old[index].Answer, index => fresh[index].Answer);
        }
        pairing.changed.Sort((left, right) => left.After.CompareTo(right.After));
        return pairing;
    }

    private void FindSame(DatasetIndex before, DatasetIndex after)
    {
        var left = new Dictionary<ulong, int>(before.Count);
        for (var i = 0; i < before.Count; i++)
        {
            left[before.Wholes![i]] = left.GetValueOrDefault(before.Wholes![i]) + 1;
        }
        for (var i = 0; i < after.Count; i++)
        {
            if (left.GetValueOrDefault(after.Wholes![i]) is > 0 and var count)
            {
                left[after.Wholes![i]] = count - 1;
                Unchanged++;
            }
            else
            {
                added.Add(i);
            }
        }
        // Of examples that are there several times the last ones are gone.
        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (left[before.Wholes![i]] is > 0 and var count)
            {
                left[before.Wholes![i]] = count - 1;
                removed.Add(i);
            }
        }
        removed.Reverse();
    }

    private void Pair<T>(Func<int, T> keyBefore, Func<int, T> keyAfter)
        where T : notnull
    {
        var waiting = new Dictionary<T, Queue<int>>();
        foreach (var index in removed.Where(index => !IsNothing(keyBefore(index))))
        {
            var key = keyBefore(index);
            (waiting.TryGetValue(key, out var queue) ? queue : waiting[key] = new Queue<int>()).Enqueue(index);
        }
        var (alone, gone) = (new List<int>(), new HashSet<int>());
        foreach (var index in added)
        {
            if (!IsNothing(keyAfter(index)) && waiting.TryGetValue(keyAfter(index), out var queue) && queue.TryDequeue(out var partner))
            {
                changed.Add((partner, index));
                gone.Add(partner);
            }
            else
            {
                alone.Add(index);
            }
        }
        added = alone;
        removed = [.. removed.Where(index => !gone.Contains(index))];
    }

    private static bool IsNothing<T>(T key) => key is 0UL or "";
}
