using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Releasing;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Late;

public sealed class WhenAGatewayRepeatsTheCreateCall : IDisposable
{
    private readonly StubProvider provider = new();
    private readonly Clone clone;

    public WhenAGatewayRepeatsTheCreateCall()
    {
        clone = new Clone(provider.Address);
        provider.Elapsed = () => clone.Time.Elapsed;
    }

    public void Dispose()
    {
        clone.Dispose();
        provider.Dispose();
    }

    [Theory]
    [InlineData(Fault.Status409, 0)]
    [InlineData(Fault.Status400, 0)]
    [InlineData(Fault.Status404, 0)]
    [InlineData(Fault.Status500, 2)]
    public async Task TheSecondJobIsCancelledThoughTheWaitEndsInAnError(Fault fault, double seconds)
    {
        LateHost? late = null;
        clone.Wrap = host => late ??= new LateHost(host, clone.Time, LateKind.Repeated, TimeSpan.FromSeconds(seconds), near: true);
        provider.Faults = request => request.Call == Call.GetJob ? fault : null;

        var outcome = await clone.ReleaseAsync();

        outcome.End.ShouldBe(ReleaseEnd.Stopped);
        provider.Jobs.Count.ShouldBe(2);
        provider.Jobs.Count(job => job.Status == "cancelled").ShouldBe(1);
        provider.Jobs.Single(job => job.Status != "cancelled").Id.ShouldBe(clone.Entry.Attempts.ShouldHaveSingleItem().JobId);
    }

    [Fact]
    public async Task OneThatHasTrainedBeforeItIsSeenIsReported()
    {
        provider.Times = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(600));
        LateHost? late = null;
        clone.Wrap = host => late ??= new LateHost(host, clone.Time, LateKind.Repeated, TimeSpan.FromSeconds(400), near: true);
        clone.Time.After(TimeSpan.FromSeconds(399), () =>
        {
            provider.Times = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
            return Task.CompletedTask;
        });

        var outcome = await clone.ReleaseAsync();

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        clone.Entry.CurrentVersion!.JobId.ShouldBe(provider.Jobs[0].Id);
        clone.Progress.Lines.Count(line => line.Contains("FT8011", StringComparison.Ordinal) && line.Contains(provider.Jobs[1].Id, StringComparison.Ordinal)).ShouldBe(1);
    }
}
