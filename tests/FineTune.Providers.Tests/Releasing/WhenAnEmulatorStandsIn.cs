using FineTune.Core.Lockfile;
using FineTune.Core.Planning;
using FineTune.Providers.Releasing;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>The manifest says openai, and the address in the environment is an emulator's.</summary>
public sealed class WhenAnEmulatorStandsIn : IDisposable
{
    private readonly StubProvider _emulator = new() { Emulates = true };
    private readonly Clone _clone;

    public WhenAnEmulatorStandsIn() => _clone = new Clone(_emulator.Address);

    public void Dispose()
    {
        _clone.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task TheLockSaysSoAndIsReadAgain()
    {
        await _clone.ReleaseAsync();

        _clone.Entry.CurrentVersion!.Provider.Emulated.ShouldBeTrue();
        File.ReadAllText(_clone.Lock.Path).ShouldContain("\"emulated\": true");
        _clone.Progress.Lines.ShouldContain(line => line.Contains("FT7007", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(LockCheckMode.Verify))]
    [InlineData(nameof(LockCheckMode.AllowStale))]
    [InlineData(nameof(LockCheckMode.Pack))]
    public async Task VerifyAndPackRefuseIt(string mode)
    {
        await _clone.ReleaseAsync();
        var manifest = _clone.Manifest();
        var reading = LockReader.Read(_clone.Lock.Path);
        var plan = Planner.Plan(manifest, reading.Lock, [ModelData.Measure(manifest, manifest.Models[0], default)]);

        var finding = LockCheck.Run(manifest, reading, plan, Enum.Parse<LockCheckMode>(mode)).ShouldHaveSingleItem();

        (finding.Code, finding.Severity).ShouldBe(("FT7007", Core.Findings.Severity.Error));
        plan.Models[0].WouldTrain.ShouldBeTrue();
    }

    [Fact]
    public async Task TheSameReleaseAgainDoesNothing()
    {
        await _clone.ReleaseAsync();

        (await _clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.UpToDate);

        _emulator.Count(Call.Create).ShouldBe(1);
    }

    [Fact]
    public async Task TheRealProviderTrainsAnew()
    {
        await _clone.ReleaseAsync();
        using var provider = new StubProvider { FirstId = 500 };
        using var real = new Clone(provider.Address, folder: _clone.Folder);

        (await real.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);

        provider.Count(Call.Create).ShouldBe(1);
        real.Entry.CurrentVersion!.Provider.Emulated.ShouldBeFalse();
        (await real.ReleaseAsync()).End.ShouldBe(ReleaseEnd.UpToDate);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnEmptyAnswerOfAMiddleBoxDoesNotMakeItTheRealProvider(bool ended)
    {
        await _clone.ReleaseAsync(new ReleaseOptions { Wait = ended });
        (_emulator.Emulates, _emulator.Faults) = (false, request => request.Call == Call.ListJobs ? Fault.EmptyObject : null);

        (await _clone.ReleaseAsync()).Rule!.Code.ShouldBe("FT8014");

        (_emulator.Emulates, _emulator.Faults) = (true, _ => null);
        (await _clone.ReleaseAsync()).ExitCode.ShouldBe(0);
        _emulator.Count(Call.Create).ShouldBe(1);
    }

    [Fact]
    public async Task AnEmulatedTrainingThatHasNotEndedIsNotInTheWayOfTheRealProvider()
    {
        await _clone.ReleaseAsync(new ReleaseOptions { Wait = false });
        using var provider = new StubProvider { FirstId = 500 };
        using var real = new Clone(provider.Address, folder: _clone.Folder);

        (await real.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);

        real.Entry.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task ARealVersionStaysUpToDate()
    {
        using var provider = new StubProvider { FirstId = 500 };
        using var real = new Clone(provider.Address, folder: _clone.Folder);
        await real.ReleaseAsync();

        (await _clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.UpToDate);

        _emulator.Requests.ShouldHaveSingleItem().Path.ShouldStartWith("/v1/models/");
    }
}
