using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Releasing.Pruning;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenAJobIsInTheLock : IDisposable
{
    private readonly StubProvider provider = new();
    private readonly Clone clone;

    public WhenAJobIsInTheLock() => clone = new Clone(provider.Address);

    public void Dispose()
    {
        clone.Dispose();
        provider.Dispose();
    }

    [Fact]
    public async Task SyncBringsItInWhenItHasEnded()
    {
        await clone.ReleaseAsync(new ReleaseOptions { Wait = false });
        using var operations = Operations();

        (await operations.SyncAsync(default)).ShouldHaveSingleItem().End.ShouldBe(ReleaseEnd.StillRunning);
        provider.Jobs[0].Status = "succeeded";
        var outcome = (await operations.SyncAsync(default)).ShouldHaveSingleItem();

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        clone.Entry.CurrentVersion!.CostUsd.ShouldBe(0.005m);
        (await operations.SyncAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task CancelEndsItWithoutABodyAsTheApiDescribesIt()
    {
        await clone.ReleaseAsync(new ReleaseOptions { Wait = false });
        using var operations = Operations();

        var outcome = await operations.CancelAsync("support-bot", default);

        (outcome.End, outcome.ExitCode).ShouldBe((ReleaseEnd.Cancelled, 0));
        provider.Requests.Single(request => request.Call == Call.Cancel).Body.ShouldBeEmpty();
        clone.Entry.Attempts.ShouldHaveSingleItem().State.ShouldBe(AttemptState.Cancelled);
        (await clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);
        provider.Jobs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task StatusAsksTheProvider()
    {
        await clone.ReleaseAsync(new ReleaseOptions { Wait = false });
        using var operations = Operations();

        (await operations.StatusAsync(default)).ShouldHaveSingleItem().Job!.Status.ShouldBe("validating_files");
    }

    [Fact]
    public async Task OtherDataDoesNotStartASecondJobBesideIt()
    {
        await clone.ReleaseAsync(new ReleaseOptions { Wait = false });

        var outcome = await clone.ReleaseAsync(order: clone.Order("two"));

        outcome.ExitCode.ShouldBe(4);
        outcome.Message.ShouldContain("finetune cancel support-bot");
        provider.Jobs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task AReleasedModelCanBeTriedAndPrunedRound()
    {
        await clone.ReleaseAsync();
        using var operations = Operations();

        (await operations.TryAsync("support-bot", "hello", compare: true, default)).Select(answer => answer.Text).ShouldBe(["hello\\u001b[31m", "hello\\u001b[31m"]);
        (await operations.PruneAsync([], new PruneOptions { Models = true }, default)).Items.ShouldBeEmpty();
        (await operations.VerifyOnlineAsync(default)).ShouldHaveSingleItem().Exists.ShouldBe(true);
        provider.DeletedModels.Add(clone.Entry.CurrentVersion!.Model);
        (await operations.VerifyOnlineAsync(default)).ShouldHaveSingleItem().Exists.ShouldBe(false);
    }

    [Fact]
    public async Task FilesOfAnAbandonedAttemptAreForPruning()
    {
        provider.Faults = request => request.Call == Call.Create ? Fault.Status400 : null;
        await clone.ReleaseAsync();
        using var operations = Operations();

        (await operations.PruneAsync([], new PruneOptions { Delete = true }, default)).Items.Select(item => item.Id).ShouldBe(["file-0001", "file-0002"]);
        provider.Requests.Count(request => request.Method == "DELETE").ShouldBe(2);
    }

    [Fact]
    public async Task InterruptingLeavesItAndSaysHowToGoOn()
    {
        provider.Course = ["running"];
        using var stop = new CancellationTokenSource();
        provider.Faults = request =>
        {
            if (request.Call == Call.GetJob)
            {
                stop.Cancel();
            }
            return null;
        };

        var outcome = await clone.ReleaseAsync(cancellation: stop.Token);

        (outcome.End, outcome.ExitCode).ShouldBe((ReleaseEnd.Interrupted, 130));
        outcome.Message.ShouldContain("finetune cancel support-bot");
        provider.Jobs[0].Status.ShouldNotBe("cancelled");
        clone.Entry.Attempts.ShouldHaveSingleItem().State.ShouldBe(AttemptState.Running);
    }

    private ModelOperations Operations() => new(clone, clone.Manifest(), clone.Lock, clone.Progress, clone.Time.Clock);
}
