using System.Numerics;

namespace FineTune.Core.Datasets.Indexing;

/// <summary>How numbers are spread. A percentile is the smallest number that so many are not above.</summary>
internal sealed record Distribution
{
    private const int MostBuckets = 12;

    public required int Min { get; init; }

    /// <summary>The number in the middle; between the two in the middle of an even count.</summary>
    public required double Median { get; init; }

    public required int P90 { get; init; }

    public required int P99 { get; init; }

    public required int Max { get; init; }

    public required double Mean { get; init; }

    /// <summary>How many lie in each range, smallest first; each range is as wide as all before it, and none but the inner ones is empty.</summary>
    public required IReadOnlyList<Bucket> Buckets { get; init; }

    /// <summary>The distribution of numbers from 0 on; null for none.</summary>
    /// <param name="counts">The numbers, and how often each was seen.</param>
    public static Distribution? Of(IReadOnlyDictionary<int, long> counts)
    {
        if (counts.Count == 0)
        {
            return null;
        }
        KeyValuePair<int, long>[] sorted = [.. counts.OrderBy(seen => seen.Key)];
        var total = sorted.Sum(seen => seen.Value);
        return new()
        {
            Min = sorted[0].Key,
            Median = (At(sorted, (total - 1) / 2) + (double)At(sorted, total / 2)) / 2,
            P90 = Percentile(sorted, total, 90),
            P99 = Percentile(sorted, total, 99),
            Max = sorted[^1].Key,
            Mean = (double)sorted.Sum(seen => seen.Key * seen.Value) / total,
            Buckets = Spread(sorted),
        };
    }

    private static int Percentile(KeyValuePair<int, long>[] sorted, long total, int percent) => At(sorted, (((total * percent) + 99) / 100) - 1);

    /// <summary>The number at a place, were all of them in a row.</summary>
    private static int At(KeyValuePair<int, long>[] sorted, long place)
    {
        var number = 0;
        for (; place >= sorted[number].Value; number++)
        {
            place -= sorted[number].Value;
        }
        return sorted[number].Key;
    }

    private static Bucket[] Spread(KeyValuePair<int, long>[] sorted)
    {
        // Powers of two; of four and more where there would be too many of them.
        for (var step = 1; ; step++)
        {
            var buckets = sorted.GroupBy(seen => Power(seen.Key) / step).ToDictionary(group => group.Key, group => group.Sum(seen => seen.Value));
            var (first, last) = (buckets.Keys.Min(), buckets.Keys.Max());
            if (last - first < MostBuckets)
            {
                return [.. Enumerable.Range(first, last - first + 1).Select(key => new Bucket(From(key * step), From((key + 1) * step) - 1, buckets.GetValueOrDefault(key)))];
            }
        }
    }

    private static int Power(int number) => number <= 0 ? 0 : BitOperations.Log2((uint)number) + 1;

    private static long From(int power) => power == 0 ? 0 : 1L << (power - 1);

    /// <summary>How many numbers lie in a range.</summary>
    /// <param name="From">The smallest that may.</param>
    /// <param name="To">The largest that may.</param>
    /// <param name="Count">How many do.</param>
    internal readonly record struct Bucket(long From, long To, long Count);
}
