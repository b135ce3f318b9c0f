using System.Numerics;

namespace FineTune.Core.Linting.Rules.Answers;

/// <summary>How often lengths occur, to within one part in 32, whatever their number.</summary>
internal sealed class LengthHistogram
{
    private const int Fine = 5;

    private readonly long[] counts = new long[32 << Fine];

    public long Count { get; private set; }

    public void Add(int length)
    {
        counts[BucketOf(length)]++;
        Count++;
    }

    /// <summary>The length that this share of all does not exceed, rounded up.</summary>
    public int Percentile(double share)
    {
        var (seen, bucket) = (counts[0], 0);
        while (seen < Count * share)
        {
            seen += counts[++bucket];
        }
        return LargestOf(bucket);
    }

    private static int BucketOf(int length)
    {
        var shift = Math.Max(BitOperations.Log2((uint)length | 1) - Fine, 0);
        return (shift << Fine) + (length >> shift);
    }

    private static int LargestOf(int bucket)
    {
        if (bucket < 2 << Fine)
        {
            return bucket;
        }
        var shift = (bucket >> Fine) - 1;
        return (int)((((long)bucket - (shift << Fine) + 1) << shift) - 1);
    }
}
