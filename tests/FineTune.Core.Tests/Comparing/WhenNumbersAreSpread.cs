using FineTune.Core.Datasets;

namespace FineTune.Core.Tests.Comparing;

public sealed class WhenNumbersAreSpread
{
    [Fact]
    public void PercentilesAreTheSmallestThatSoManyAreNotAbove()
    {
        var spread = Distribution.Of([.. Enumerable.Range(1, 100)])!;

        (spread.Min, spread.Median, spread.P90, spread.P99, spread.Max, spread.Mean).ShouldBe((1, 50.5, 90, 99, 100, 50.5));
    }

    [Fact]
    public void OneNumberIsAllOfThem()
    {
        var spread = Distribution.Of([7])!;

        (spread.Min, spread.Median, spread.P90, spread.P99, spread.Max).ShouldBe((7, 7, 7, 7, 7));
        spread.Buckets.ShouldBe([new Distribution.Bucket(4, 7, 1)]);
    }

    [Fact]
    public void BucketsHoldEveryNumberAndAreNeverTooMany()
    {
        int[] numbers = [0, 1, 2, 3, 500, 70_000, int.MaxValue];

        var buckets = Distribution.Of(numbers)!.Buckets;

        buckets.Count.ShouldBeInRange(2, 12);
        buckets.Sum(bucket => bucket.Count).ShouldBe(numbers.Length);
        buckets.Zip(buckets.Skip(1)).ShouldAllBe(pair => pair.First.To + 1 == pair.Second.From);
        numbers.ShouldAllBe(number => buckets.Any(bucket => bucket.From <= number && number <= bucket.To));
    }

    [Fact]
    public void NothingHasNoSpread() => Distribution.Of([]).ShouldBeNull();
}
