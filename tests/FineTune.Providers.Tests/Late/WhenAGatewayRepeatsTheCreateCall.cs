using FineTune.Providers.Releasing;
using FineTune.Providers.Tests.Releasing;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Late;

public sealed class WhenAGatewayRepeatsTheCreateCall : IDisposable
{
    private readonly StubProvider _provider = new();
    private readonly Clone _clone;

    public WhenAGatewayRepeatsTheCreateCall()
    {
        _clone = new Clone(_provider.Address);
        _provider.Elapsed = () => _clone.Time.Elapsed;
    }

    public void Dispose()
    {
        _clone.Dispose();
        _provider.Dispose();
    }

    [Theory]
    [InlineData(Fault.Status409, 0)]
    [InlineData(Fault.Status400, 0)]
    [InlineData(Fault.Status404, 0)]
    [InlineData(Fault.Status500, 2)]
    public async Task TheSecondJobIsCancelledThoughTheWaitEndsInAnError(Fault fault, double seconds)
    {
        LateHost? late = null;
        _clone.Wrap = host => late ??= new LateHost(host, _clone.Time, LateKind.Repeated, TimeSpan.FromSeconds(seconds), near: true);
        _provider.Faults = request => request.Call == Call.GetJob ? fault : null;

        var outcome = await _clone.ReleaseAsync();

        outcome.End.ShouldBe(ReleaseEnd.Stopped);
        _provider.Jobs.Count.ShouldBe(2);
        _provider.Jobs.Count(job => job.Status == "cancelled").ShouldBe(1);
        _provider.Jobs.Single(job => job.Status != "cancelled").Id.ShouldBe(_clone.Entry.Attempts.ShouldHaveSingleItem().JobId);
    }

    [Fact]
    public async Task OneThatHasTrainedBeforeItIsSeenIsReported()
    {
        _provider.Times = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(600));
        LateHost? late = null;
        _clone.Wrap = host => late ??= new LateHost(host, _clone.Time, LateKind.Repeated, TimeSpan.FromSeconds(400), near: true);
        _clone.Time.After(TimeSpan.FromSeconds(399), () =>
        {
            _provider.Times = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
            return Task.CompletedTask;
        });

        var outcome = await _clone.ReleaseAsync();

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        _clone.Entry.CurrentVersion!.JobId.ShouldBe(_provider.Jobs[0].Id);
        _clone.Progress.Lines.Count(line => line.Contains("FT8011", StringComparison.Ordinal) && line.Contains(_provider.Jobs[1].Id, StringComparison.Ordinal)).ShouldBe(1);
    }
}
