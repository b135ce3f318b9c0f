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

        (outcome.Rule!.Code, outcome.ExitCode).ShouldBe(("FT8009", 3));
        _provider.Requests.ShouldBeEmpty();
    }
}
