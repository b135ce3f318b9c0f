using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenTheNetworkFails(ITestOutputHelper output)
{
    [Fact]
    public async Task NoCallAndNoFaultMakesASecondTrainingAndTheNextRunEndsWell()
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(FaultCell.All, new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (cell, _) =>
        {
            if (await cell.PlayAsync() is { } message)
            {
                wrong.Add(message);
            }
        });

        output.WriteLine($"network faults: {FaultCell.All.Count} cells, {wrong.Count} wrong");
        wrong.ShouldBeEmpty();
    }
}
