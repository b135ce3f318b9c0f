using FineTune.Core.Lockfile.Reading;
using FineTune.Core.Planning;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>The manifest says openai, and the address in the environment is an emulator's.</summary>
public sealed class WhenAnEmulatorStandsIn : IDisposable
{
    private readonly StubProvider emulator = new() { Emulates = true };
    private readonly Clone clone;

    public WhenAnEmulatorStandsIn() => clone = new Clone(emulator.Address);

    public void Dispose()
    {
        clone.Dispose();
        emulator.Dispose();
    }

    [Fact]
    public async Task TheLockSaysSoAndIsReadAgain()
    {
        await clone.ReleaseAsync();

        clone.Entry.CurrentVersion!.Provider.Emulated.ShouldBeTrue();
        File.ReadAllText(clone.Lock.Path).ShouldContain("\"emulated\": true");
        clone.Progress.Lines.ShouldContain(line => line.Contains("FT7007", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(LockCheckMode.Verify))]
    [InlineData(nameof(LockCheckMode.AllowStale))]
    [InlineData(nameof(LockCheckMode.Pack))]
    public async Task VerifyAndPackRefuseIt(string mode)
    {
        await clone.ReleaseAsync();
        var manifest = clone.Manifest();
        var reading = LockReader.Read(clone.Lock.Path);
        var plan = Planner.Plan(manifest, reading.Lock, [ModelData.Measure(manifest, manifest.Models[0], default)]);

        var finding = LockCheck.Run(manifest, reading, plan, Enum.Parse<LockCheckMode>(mode)).ShouldHaveSingleItem();

        (finding.Code, finding.Severity).ShouldBe(("FT7007", Core.Findings.Severity.Error));
        plan.Models[0].WouldTrain.ShouldBeTrue();
    }

    [Fact]
    public async Task TheSameReleaseAgainDoesNothing()
    {
        await clone.ReleaseAsync();

        (await clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.UpToDate);

        emulator.Count(Call.Create).ShouldBe(1);
    }

    [Fact]
    public async Task TheRealProviderTrainsAnew()
    {
        await clone.ReleaseAsync();
        using var provider = new StubProvider { FirstId = 500 };
        using var real = new Clone(provider.Address, folder: clone.Folder);

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
        await clone.ReleaseAsync(new ReleaseOptions { Wait = ended });
        (emulator.Emulates, emulator.Faults) = (false, request => request.Call == Call.ListJobs ? Fault.EmptyObject : null);

        (await clone.ReleaseAsync()).Rule!.Code.ShouldBe("FT8014");

        (emulator.Emulates, emulator.Faults) = (true, _ => null);
        (await clone.ReleaseAsync()).ExitCode.ShouldBe(0);
        emulator.Count(Call.Create).ShouldBe(1);
    }

    [Fact]
    public async Task AnEmulatedTrainingThatHasNotEndedIsNotInTheWayOfTheRealProvider()
    {
        await clone.ReleaseAsync(new ReleaseOptions { Wait = false });
        using var provider = new StubProvider { FirstId = 500 };
        using var real = new Clone(provider.Address, folder: clone.Folder);

        (await real.ReleaseAsync()).End.ShouldBe(ReleaseEnd.Released);

        real.Entry.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task ARealVersionStaysUpToDate()
    {
        using var provider = new StubProvider { FirstId = 500 };
        using var real = new Clone(provider.Address, folder: clone.Folder);
        await real.ReleaseAsync();

        (await clone.ReleaseAsync()).End.ShouldBe(ReleaseEnd.UpToDate);

        emulator.Requests.ShouldHaveSingleItem().Path.ShouldStartWith("/v1/models/");
    }
}
