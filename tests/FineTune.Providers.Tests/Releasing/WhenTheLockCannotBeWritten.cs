using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenTheLockCannotBeWritten : IDisposable
{
    private readonly StubProvider provider = new();

    public void Dispose() => provider.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task TheNextRunEndsWithOneJob(int failing)
    {
        using var clone = new Clone(provider.Address);
        var writes = 0;
        clone.Lock.Before = _ =>
        {
            if (++writes == failing)
            {
                throw new ReleaseError(LockRules.Invalid, "finetune.lock.json cannot be written: no space left on device", ExitCode.Usage);
            }
        };

        var first = await clone.ReleaseAsync();
        var created = provider.Count(Call.Create);
        var next = await clone.ReleaseAsync();

        (first.End, first.ExitCode).ShouldBe((ReleaseEnd.Stopped, 2));
        created.ShouldBe(failing < 5 ? 0 : 1, "the create call is made only when the lock could be written before it");
        next.End.ShouldBe(ReleaseEnd.Released, next.Message);
        provider.Count(Call.Create).ShouldBe(1);
    }

    [Fact]
    public async Task AFolderThatCannotBeWrittenStopsBeforeAnythingIsSent()
    {
        using var clone = new Clone(provider.Address);
        File.WriteAllText(Path.Combine(clone.Folder, ".finetune"), "a file where the folder should be");

        var outcome = await clone.ReleaseAsync();

        outcome.ExitCode.ShouldBe(2);
        provider.Count(Call.Create).ShouldBe(0);
    }

    [Fact]
    public async Task ALockWithMergeMarkersStopsBeforeAnythingIsSent()
    {
        using var clone = new Clone(provider.Address);
        File.WriteAllText(clone.Lock.Path, "<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n");

        var outcome = await clone.ReleaseAsync();

        (outcome.Rule!.Code, outcome.ExitCode).ShouldBe(("FT7004", 1));
        provider.Requests.ShouldBeEmpty();
    }
}
