using System.Numerics;

namespace FineTune.Core.Datasets;

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
    public static Distribution? Of(IReadOnlyCollection<int> numbers)
    {
        if (numbers.Count == 0)
        {
            return null;
        }
        var sorted = numbers.ToArray();
        Array.Sort(sorted);
        return new()
        {
            Min = sorted[0],
            Median = (sorted[(sorted.Length - 1) / 2] + (double)sorted[sorted.Length / 2]) / 2,
            P90 = Percentile(sorted, 90),
            P99 = Percentile(sorted, 99),
            Max = sorted[^1],
            Mean = sorted.Average(),
            Buckets = Spread(sorted),
        };
    }

    private static int Percentile(int[] sorted, int percent) => sorted[(int)((((long)sorted.Length * percent) + 99) / 100) - 1];

    private static Bucket[] Spread(int[] sorted)
    {
        // Powers of two; of four and more where there would be too many of them.
        for (var step = 1; ; step++)
        {
            var buckets = sorted.GroupBy(number => Power(number) / step).ToDictionary(group => group.Key, group => group.LongCount());
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
