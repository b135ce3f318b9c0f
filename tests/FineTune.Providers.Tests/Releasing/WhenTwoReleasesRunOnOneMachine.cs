using FineTune.Providers.Releasing.Locking;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenTwoReleasesRunOnOneMachine : IDisposable
{
    private readonly StubProvider provider = new();
    private readonly Clone clone;

    public WhenTwoReleasesRunOnOneMachine() => clone = new Clone(provider.Address);

    public void Dispose()
    {
        clone.Dispose();
        provider.Dispose();
    }

    [Fact]
    public async Task OneJobIsCreatedAndBothEndWell()
    {
        provider.BeforeCreate = () => Task.Delay(200);
        clone.Time.TruePause = TimeSpan.FromMilliseconds(5);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => clone.ReleaseAsync(new ReleaseOptions { LockPatience = TimeSpan.FromDays(10) }))));

        outcomes.ShouldAllBe(outcome => outcome.End == ReleaseEnd.Released || outcome.End == ReleaseEnd.UpToDate);
        provider.Count(Call.Create).ShouldBe(1);
        clone.Entry.Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task TheSecondStopsWithAClearErrorWhenTheFirstTakesLong()
    {
        using var held = await new LockGate(clone.Lock.Path, clone.Time.Clock).EnterAsync(TimeSpan.Zero, default);

        var outcome = await clone.ReleaseAsync(new ReleaseOptions { LockPatience = TimeSpan.FromSeconds(5) });

        (outcome.Rule!.Code, outcome.ExitCode).ShouldBe(("FT8009", 4));
        provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatIsHeldByNobodyIsNotWaitedFor()
    {
        // A folder in the place of the gate's file can never be opened, whoever asks.
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(clone.Lock.Path)!, ".finetune", Path.GetFileName(clone.Lock.Path) + ".release"));
        var before = clone.Time.Clock.Time.GetUtcNow();

        var outcome = await clone.ReleaseAsync(new ReleaseOptions { LockPatience = TimeSpan.FromHours(5) });

        (outcome.Rule!.Code, outcome.ExitCode).ShouldBe(("FT7004", 2));
        (clone.Time.Clock.Time.GetUtcNow() - before).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        outcome.Message.ShouldNotBeNull().ShouldNotContain("another release");
        outcome.Message!.ShouldNotContain(Path.GetDirectoryName(clone.Lock.Path)!);
        provider.Requests.ShouldBeEmpty();
    }
}
