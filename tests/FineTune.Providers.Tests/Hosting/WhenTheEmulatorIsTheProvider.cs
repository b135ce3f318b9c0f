using FineTune.Core.Manifest;
using FineTune.Providers.Hosting;
using FineTune.Providers.Releasing;
using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Releasing.Pruning;
using FineTune.Providers.Tests.Releasing;

namespace FineTune.Providers.Tests.Hosting;

public sealed class WhenTheEmulatorIsTheProvider : IDisposable
{
    private static readonly ProviderSettings Emulator = new() { Name = "emulator", Kind = ProviderKind.Emulator, Profile = "emulator" };
    private readonly Clone clone = new("http://127.0.0.1:1/v1");

    public void Dispose() => clone.Dispose();

    [Fact]
    public async Task AModelIsReleasedAndAnswers()
    {
        await using var hosts = Hosts();

        var outcome = await ReleaseAsync(hosts);
        using var operations = new ModelOperations(hosts, clone.Manifest(provider: Emulator), clone.Lock, clone.Progress, Clock.Of(TimeProvider.System));
        var answers = await operations.TryAsync("support-bot", "question 3", compare: true, default);

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        clone.Entry.CurrentVersion!.Checkpoints.ShouldNotBeEmpty();
        answers[0].Text.ShouldContain("answer 3");
        (await operations.VerifyOnlineAsync(default)).ShouldHaveSingleItem().Exists.ShouldBe(true);
        (await operations.PruneAsync([], new PruneOptions { Models = true, OlderThan = default }, default)).Items.ShouldBeEmpty();
        (await ReleaseAsync(hosts)).End.ShouldBe(ReleaseEnd.UpToDate);
    }

    [Fact]
    public async Task ItsStateOutlivesIt()
    {
        await using (var hosts = Hosts("1"))
        {
            (await ReleaseAsync(hosts, new ReleaseOptions { Wait = false })).End.ShouldBe(ReleaseEnd.Started);
        }
        await using var later = Hosts();

        (await ReleaseAsync(later)).End.ShouldBe(ReleaseEnd.Released);
        (await (await later.OpenAsync(Emulator, default)).FindJobsAsync(new JobMark(clone.Content!.Project, null, ""), default)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("reset_after")]
    [InlineData("half_answer")]
    [InlineData("wrong_json")]
    [InlineData("reset_before")]
    [InlineData("status")]
    public async Task AFaultAtTheCreateCallMakesNoSecondJob(string fault)
    {
        var faults = Path.Combine(clone.Folder, "faults.json");
        File.WriteAllText(faults, $$"""[{"method":"POST","path":"/fine_tuning/jobs$","nth":1,"times":1,"fault":"{{fault}}","status":503}]""");
        await using var hosts = Hosts(faults: faults);

        await ReleaseAsync(hosts);
        var next = await ReleaseAsync(hosts);

        (next.End is ReleaseEnd.Released or ReleaseEnd.UpToDate).ShouldBeTrue(next.Message);
        var host = await hosts.OpenAsync(Emulator, default);
        (await host.FindJobsAsync(new JobMark(clone.Content!.Project, null, ""), default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ItIsAskedAgainAfterAHundredthOfASecond()
    {
        await using var hosts = Hosts("20");
        var pauses = new List<TimeSpan>();

        var outcome = await ReleaseAsync(hosts, pauses: pauses);

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        pauses[0].TotalMilliseconds.ShouldBeInRange(7.5, 12.5);
        pauses[^1].ShouldBeGreaterThan(pauses[0]);
    }

    private HostDirectory Hosts(string speed = "instant", string? faults = null) =>
        new(new HostSurroundings(_ => null, clone.Time.Clock, clone.Folder) { EmulatorProgram = EmulatorProgram.Path, EmulatorSpeed = speed, EmulatorFaults = faults });

    private async Task<ReleaseOutcome> ReleaseAsync(HostDirectory hosts, ReleaseOptions? options = null, List<TimeSpan>? pauses = null)
    {
        using var releaser = new Releaser(hosts, clone.Lock, clone.Progress, Clock.Of(TimeProvider.System) with { Pause = PauseAsync });
        return (await releaser.ReleaseAsync([clone.Order(provider: Emulator)], options ?? new ReleaseOptions(), default))[0];

        Task PauseAsync(TimeSpan time, CancellationToken cancellation)
        {
            pauses?.Add(time);
            return Task.Delay(time / 20, cancellation);
        }
    }
}
