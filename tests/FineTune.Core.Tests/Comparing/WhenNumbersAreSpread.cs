using FineTune.Core.Datasets.Indexing;

namespace FineTune.Core.Tests.Comparing;

public sealed class WhenNumbersAreSpread
{
    [Fact]
    public void PercentilesAreTheSmallestThatSoManyAreNotAbove()
    {
        var spread = SpreadOf([.. Enumerable.Range(1, 100)])!;

        (spread.Min, spread.Median, spread.P90, spread.P99, spread.Max, spread.Mean).ShouldBe((1, 50.5, 90, 99, 100, 50.5));
    }

    [Fact]
    public void OneNumberIsAllOfThem()
    {
        var spread = SpreadOf(7)!;

        (spread.Min, spread.Median, spread.P90, spread.P99, spread.Max).ShouldBe((7, 7, 7, 7, 7));
        spread.Buckets.ShouldBe([new Distribution.Bucket(4, 7, 1)]);
    }

    [Fact]
    public void BucketsHoldEveryNumberAndAreNeverTooMany()
    {
        int[] numbers = [0, 1, 2, 3, 500, 70_000, int.MaxValue];

        var buckets = SpreadOf(numbers)!.Buckets;

        buckets.Count.ShouldBeInRange(2, 12);
        buckets.Sum(bucket => bucket.Count).ShouldBe(numbers.Length);
        buckets.Zip(buckets.Skip(1)).ShouldAllBe(pair => pair.First.To + 1 == pair.Second.From);
        numbers.ShouldAllBe(number => buckets.Any(bucket => bucket.From <= number && number <= bucket.To));
    }

    [Fact]
    public void NothingHasNoSpread() => SpreadOf().ShouldBeNull();

    [Fact]
    public void ManyEqualNumbersTakeNoMoreRoomThanOne()
    {
        var tally = new Tally();
        tally.Add(5);
        tally.Add(9);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100_000; i++)
        {
            tally.Add(5);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        (tally.Spread!.Median, tally.Spread.Max, tally.Count).ShouldBe((5, 9, 100_002));
    }

    [Fact]
    public void TheSpreadOfTwoIsThatOfAllTheirNumbers()
    {
        var (whole, part, other) = (new Tally(), new Tally(), new Tally());
        for (var i = 0; i < 999; i++)
        {
            whole.Add(i * i % 1009);
            (i % 3 == 0 ? part : other).Add(i * i % 1009);
        }
        part.Spread.ShouldNotBeNull();
        part.Add(other);

        part.Spread.ShouldBeEquivalentTo(whole.Spread);
    }

    private static Distribution? SpreadOf(params int[] numbers)
    {
        var tally = new Tally();
        foreach (var number in numbers)
        {
            tally.Add(number);
        }
        return tally.Spread;
    }
}
