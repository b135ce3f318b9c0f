using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace FineTune.Providers.Tests.Late;

public sealed class WhenACreateCallArrivesLate(ITestOutputHelper output)
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("FINETUNE_FULL") == "1";

    [Fact]
    public async Task OneJobTrainsWhateverCameBackAndHoweverLateTheOtherIs()
    {
        var cells = LateCell.All.Where(cell => Full || cell is { KeepsMetadata: true, FiltersMetadata: true, Seconds: 5 or 20 }).ToList();
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (cell, _) =>
        {
            if (await cell.PlayAsync() is { } message)
            {
                wrong.Add(message);
            }
        });

        output.WriteLine($"late create calls: {cells.Count} cells, {wrong.Count} wrong");
        wrong.ShouldBeEmpty();
    }
}
