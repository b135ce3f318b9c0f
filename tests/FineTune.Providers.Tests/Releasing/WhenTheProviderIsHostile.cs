using FineTune.Core.Lockfile;
using FineTune.Providers.Releasing;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenTheProviderIsHostile : IDisposable
{
    private readonly StubProvider _provider = new();
    private readonly Clone _clone;

    public WhenTheProviderIsHostile() => _clone = new Clone(_provider.Address);

    public void Dispose()
    {
        _clone.Dispose();
        _provider.Dispose();
    }

    [Theory]
    [InlineData("ft:x\"; Process.Start(\"sh\"); //")]
    [InlineData("../../../etc/passwd")]
    [InlineData("ft:\u001b[2Jx")]
    [InlineData("ft:a b")]
    public async Task AModelIdThatIsNoneIsRefusedAndNothingIsPaidAgain(string model)
    {
        _provider.TunedModel = model;

        var outcome = await _clone.ReleaseAsync();
        var again = await _clone.ReleaseAsync();

        (outcome.Rule!.Code, outcome.ExitCode).ShouldBe(("FT8014", 3));
        again.Rule!.Code.ShouldBe("FT8014");
        _provider.Count(Call.Create).ShouldBe(1);
        _clone.Entry.Attempts.ShouldHaveSingleItem().State.ShouldBe(AttemptState.Running);
        outcome.Message.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task EventsCannotReachTheTerminalOrTheLog()
    {
        _provider.HostileText = $"\u001b]0;owned\u0007 ::error::x ##vso[task.setvariable] {Clone.Key}\nnext";

        (await _clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);

        var said = string.Concat(_clone.Progress.Lines);
        said.ShouldNotContain('\u001b');
        said.ShouldNotContain("::error::");
        said.ShouldNotContain("##vso[");
        said.ShouldNotContain(Clone.Key);
    }

    [Fact]
    public async Task AKeyThatTheProviderEchoesIsInNoMessage()
    {
        _provider.Faults = _ => Fault.Status401;

        var outcome = await _clone.ReleaseAsync();

        outcome.Rule!.Code.ShouldBe("FT8001");
        outcome.Message.ShouldNotContain(Clone.Key);
        File.Exists(_clone.Lock.Path).ShouldBeFalse("a wrong key is no reason to begin a lock");
    }
}
