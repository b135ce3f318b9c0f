using FineTune.Providers.Releasing;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenThereIsNoLock : IDisposable
{
    private readonly Clone _clone = new("http://127.0.0.1:1/v1");

    public void Dispose() => _clone.Dispose();

    [Fact]
    public async Task NothingIsKnownAndNothingIsWritten()
    {
        using var operations = new ModelOperations(_clone, _clone.Manifest(), _clone.Lock, _clone.Progress, _clone.Time.Clock);

        (await operations.StatusAsync(default)).ShouldBeEmpty();
        (await operations.SyncAsync(default)).ShouldBeEmpty();
        (await operations.VerifyOnlineAsync(default)).ShouldBeEmpty();

        _clone.Content.ShouldBeNull();
    }

    [Fact]
    public async Task TheFirstChangeGivesTheProjectItsIdOnce()
    {
        using var session = new LockSession(_clone.Lock, new LockGate(_clone.Lock.Path, _clone.Time.Clock));
        session.Read().ShouldBeNull();

        var first = await session.ChangeAsync(TimeSpan.FromSeconds(1), content => content);

        session.Read()!.Project.ShouldBe(first.Project);
        (await session.ChangeAsync(TimeSpan.FromSeconds(1), content => content)).Project.ShouldBe(first.Project);
    }
}
