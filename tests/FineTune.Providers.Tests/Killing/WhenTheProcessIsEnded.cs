using System.Collections.Concurrent;
using System.Diagnostics;
using FineTune.Providers.Tests.Releasing;
using FineTune.Providers.Tests.Stub;
using Xunit.Abstractions;

namespace FineTune.Providers.Tests.Killing;

public sealed class WhenTheProcessIsEnded(ITestOutputHelper output)
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("FINETUNE_FULL") == "1";

    [Fact]
    public async Task BeforeOrAfterAnyCallOrWriteTheNextRunEndsWithOneTraining()
    {
        var points = await CountAsync();
        var signals = Full ? new[] { "KILL", "TERM" } : ["KILL"];
        // Without FINETUNE_FULL the waiting at the end, where the points repeat themselves, is thinned out.
        var cells = signals.SelectMany(signal => Enumerable.Range(1, points).Where(point => Full || point <= 26 || point > points - 4 || point % 7 == 0).Select(point => (Point: point, Signal: signal))).ToList();
        var wrong = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(cells, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (cell, _) =>
        {
            if (await PlayAsync(cell.Point, cell.Signal) is { } message)
            {
                wrong.Add($"{cell}: {message}");
            }
        });

        output.WriteLine($"kills: {cells.Count} cells of {points} points, {wrong.Count} wrong");
        points.ShouldBeGreaterThan(30);
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Call.ListJobs)]
    [InlineData(Call.ListFiles)]
    [InlineData(Call.Upload)]
    [InlineData(Call.Create)]
    [InlineData(Call.GetJob)]
    [InlineData(Call.Checkpoints)]
    public async Task WhileTheProviderWorksOnACallTheNextRunEndsWithOneTraining(Call call)
    {
        using var provider = new StubProvider();
        using var clone = new Clone(provider.Address);
        Process? child = null;
        var killed = 0;
        provider.Faults = request =>
        {
            if (request.Call == call && Interlocked.Exchange(ref killed, 1) == 0)
            {
                child!.Kill();
            }
            return null; // the call has its effect; nobody is there to read the answer
        };
        using (child = ReleaseChild.Start(provider.Address, clone.Folder, 0, "KILL"))
        {
            await child.WaitForExitAsync();
        }
        await Task.Delay(100);

        var next = await clone.ReleaseAsync();

        killed.ShouldBe(1);
        FaultCell.Judge(provider, clone, null, next).ShouldBeNull(next.Message);
        provider.Count(Call.Create).ShouldBe(1);
    }

    private static async Task<int> CountAsync()
    {
        using var provider = new StubProvider();
        using var clone = new Clone(provider.Address);
        var (exitCode, text) = await ReleaseChild.RunAsync(provider.Address, clone.Folder, 0, "KILL");
        exitCode.ShouldBe(0, text);
        return int.Parse(text.Split(' ')[0]);
    }

    private static async Task<string?> PlayAsync(int point, string signal)
    {
        using var provider = new StubProvider();
        using var clone = new Clone(provider.Address);
        var (exitCode, text) = await ReleaseChild.RunAsync(provider.Address, clone.Folder, point, signal);
        if (exitCode != (signal == "KILL" ? 137 : 130) && !(signal == "TERM" && exitCode == 0))
        {
            return $"the child ended with {exitCode}: {text}";
        }
        if (text.Contains("   at ", StringComparison.Ordinal))
        {
            return text;
        }
        var next = await clone.ReleaseAsync();
        return FaultCell.Judge(provider, clone, null, next) is { } judged ? $"{judged} [{next.End} {next.Message}]"
            : provider.Count(Call.Create) != 1 ? $"{provider.Count(Call.Create)} create calls"
            : null;
    }
}
