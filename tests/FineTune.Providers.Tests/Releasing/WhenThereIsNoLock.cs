using FineTune.Providers.Releasing;
using FineTune.Providers.Releasing.Locking;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenThereIsNoLock : IDisposable
{
    private readonly Clone clone = new("http://127.0.0.1:1/v1");

    public void Dispose() => clone.Dispose();

    [Fact]
    public async Task NothingIsKnownAndNothingIsWritten()
    {
        using var operations = new ModelOperations(clone, clone.Manifest(), clone.Lock, clone.Progress, clone.Time.Clock);

        (await operations.StatusAsync(default)).ShouldBeEmpty();
        (await operations.SyncAsync(default)).ShouldBeEmpty();
        (await operations.VerifyOnlineAsync(default)).ShouldBeEmpty();

        clone.Content.ShouldBeNull();
    }

    [Fact]
    public async Task TheFirstChangeGivesTheProjectItsIdOnce()
    {
        using var session = new LockSession(clone.Lock, new LockGate(clone.Lock.Path, clone.Time.Clock));
        session.Read().ShouldBeNull();

        var first = await session.ChangeAsync(TimeSpan.FromSeconds(1), content => content);

        session.Read()!.Project.ShouldBe(first.Project);
        (await session.ChangeAsync(TimeSpan.FromSeconds(1), content => content)).Project.ShouldBe(first.Project);
    }
}
