using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace FineTune.Providers.Tests.Disturbed;

public sealed class WhenReleasesAreDisturbedAtRandom(ITestOutputHelper output)
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("FINETUNE_FULL") == "1";

    /// <summary>The first seed; a failure is played again by setting FINETUNE_SEED to the one that it names.</summary>
    private static readonly int First = int.TryParse(Environment.GetEnvironmentVariable("FINETUNE_SEED"), out var seed) ? seed : 1;

    [Fact]
    public async Task NoDigestIsTrainedTwice()
    {
        var wrong = new ConcurrentBag<string>();
        var played = new ConcurrentBag<DisturbedRelease>();
        var seeds = Enumerable.Range(First, Full ? 1500 : 20).ToList();
        await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, _) =>
        {
            var release = new DisturbedRelease(seed);
            if (await release.PlayAsync() is { } message)
            {
                wrong.Add(message);
            }
            played.Add(release);
        });

        output.WriteLine($"seeds {seeds[0]}–{seeds[^1]}: {played.Count} releases, {played.Sum(one => one.Kills)} kills, {played.Sum(one => one.Faults)} faults, "
            + $"{played.Sum(one => one.Late)} create calls late or repeated; {wrong.Count} wrong; second jobs that had begun when they were cancelled: {played.Sum(one => one.Begun)}");
        wrong.ShouldBeEmpty();
    }
}
