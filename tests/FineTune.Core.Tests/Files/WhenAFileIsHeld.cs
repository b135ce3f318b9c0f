using FineTune.Core.Files;
using FineTune.Core.Tests.Lockfile;

namespace FineTune.Core.Tests.Files;

public sealed class WhenAFileIsHeld : IDisposable
{
    private readonly TempFolder folder = new();

    private string Path => folder.File("a.lock");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void NobodyElseGetsItUntilItIsGivenBack()
    {
        using (HeldFile.TryTake(Path).ShouldNotBeNull())
        {
            HeldFile.TryTake(Path).ShouldBeNull();
        }

        using var next = HeldFile.TryTake(Path).ShouldNotBeNull();
    }

    [Fact]
    public async Task TheNextOneWaits()
    {
        var held = HeldFile.TryTake(Path).ShouldNotBeNull();
        var waiting = Task.Run(() => HeldFile.Take(Path, CancellationToken.None));
        await Task.Delay(50);
        waiting.IsCompleted.ShouldBeFalse();

        held.Dispose();

        (await waiting.WaitAsync(TimeSpan.FromSeconds(20))).Dispose();
    }

    [Fact]
    public void WaitingCanBeCancelled()
    {
        using var held = HeldFile.TryTake(Path);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Should.Throw<OperationCanceledException>(() => HeldFile.Take(Path, soon.Token));
    }

    [Fact]
    public void OneThatCannotBeMadeIsHeldByNobody() =>
        Should.Throw<IOException>(() => HeldFile.TryTake(folder.File("none/a.lock"))).ShouldBeOfType<DirectoryNotFoundException>();
}
