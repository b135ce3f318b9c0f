using FineTune.Providers.Releasing;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenTwoReleasesRunOnOneMachine : IDisposable
{
    private readonly StubProvider _provider = new();
    private readonly Clone _clone;

    public WhenTwoReleasesRunOnOneMachine() => _clone = new Clone(_provider.Address);

    public void Dispose()
    {
        _clone.Dispose();
        _provider.Dispose();
    }

    [Fact]
    public async Task OneJobIsCreatedAndBothEndWell()
    {
        _provider.BeforeCreate = () => Task.Delay(200);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _clone.ReleaseAsync(new ReleaseOptions { LockPatience = TimeSpan.FromDays(10) }))));

        outcomes.ShouldAllBe(outcome => outcome.End == ReleaseEnd.Released || outcome.End == ReleaseEnd.UpToDate);
        _provider.Count(Call.Create).ShouldBe(1);
        _clone.Entry.Versions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task TheSecondStopsWithAClearErrorWhenTheFirstTakesLong()
    {
        using var held = await new LockGate(_clone.Lock.Path, _clone.Time.Clock).EnterAsync(TimeSpan.Zero, default);

        var outcome = await _clone.ReleaseAsync(new ReleaseOptions { LockPatience = TimeSpan.FromSeconds(5) });

        (outcome.Rule!.Code, outcome.ExitCode).ShouldBe(("FT8009", 4));
        _provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatIsHeldByNobodyIsNotWaitedFor()
    {
        // A folder in the place of the gate's file can never be opened, whoever asks.
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_clone.Lock.Path)!, ".finetune", Path.GetFileName(_clone.Lock.Path) + ".release"));
        var before = _clone.Time.Clock.Time.GetUtcNow();

        var outcome = await _clone.ReleaseAsync(new ReleaseOptions { LockPatience = TimeSpan.FromHours(5) });

        (outcome.Rule!.Code, outcome.ExitCode).ShouldBe(("FT7004", 2));
        (_clone.Time.Clock.Time.GetUtcNow() - before).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        outcome.Message.ShouldNotBeNull().ShouldNotContain("another release");
        outcome.Message!.ShouldNotContain(Path.GetDirectoryName(_clone.Lock.Path)!);
        _provider.Requests.ShouldBeEmpty();
    }
}
