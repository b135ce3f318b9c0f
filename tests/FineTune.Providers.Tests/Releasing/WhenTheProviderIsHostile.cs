using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenTheProviderIsHostile : IDisposable
{
    private readonly StubProvider provider = new();
    private readonly Clone clone;

    public WhenTheProviderIsHostile() => clone = new Clone(provider.Address);

    public void Dispose()
    {
        clone.Dispose();
        provider.Dispose();
    }

    [Theory]
    [InlineData("ft:x\"; Process.Start(\"sh\"); //")]
    [InlineData("../../../etc/passwd")]
    [InlineData("ft:\u001b[2Jx")]
    [InlineData("ft:a b")]
    public async Task AModelIdThatIsNoneIsRefusedAndNothingIsPaidAgain(string model)
    {
        provider.TunedModel = model;

        var outcome = await clone.ReleaseAsync();
        var again = await clone.ReleaseAsync();

        (outcome.Rule!.Code, outcome.ExitCode).ShouldBe(("FT8014", 3));
        again.Rule!.Code.ShouldBe("FT8014");
        provider.Count(Call.Create).ShouldBe(1);
        clone.Entry.Attempts.ShouldHaveSingleItem().State.ShouldBe(AttemptState.Running);
        outcome.Message.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task EventsCannotReachTheTerminalOrTheLog()
    {
        provider.HostileText = $"\u001b]0;owned\u0007 ::error::x ##vso[task.setvariable] {Clone.Key}\nnext";

        (await clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);

        var said = string.Concat(clone.Progress.Lines);
        said.ShouldNotContain('\u001b');
        said.ShouldNotContain("::error::");
        said.ShouldNotContain("##vso[");
        said.ShouldNotContain(Clone.Key);
    }

    [Fact]
    public async Task AKeyThatTheProviderEchoesIsInNoMessage()
    {
        provider.Faults = _ => Fault.Status401;

        var outcome = await clone.ReleaseAsync();

        outcome.Rule!.Code.ShouldBe("FT8001");
        outcome.Message.ShouldNotContain(Clone.Key);
        File.Exists(clone.Lock.Path).ShouldBeFalse("a wrong key is no reason to begin a lock");
    }
}
