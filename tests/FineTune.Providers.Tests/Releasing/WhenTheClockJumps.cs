using FineTune.Providers.Releasing.Orders;
using FineTune.Providers.Tests.Stub;

namespace FineTune.Providers.Tests.Releasing;

public sealed class WhenTheClockJumps : IDisposable
{
    private readonly StubProvider provider = new();

    public void Dispose() => provider.Dispose();

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    [InlineData(36500)]
    public async Task WaitingGoesByElapsedTime(int days)
    {
        using var clone = new Clone(provider.Address);
        clone.Lock.After = _ => clone.Time.Jump += TimeSpan.FromDays(days / 6);

        var outcome = await clone.ReleaseAsync(new ReleaseOptions { Timeout = TimeSpan.FromHours(1) });

        outcome.End.ShouldBe(ReleaseEnd.Released, outcome.Message);
        provider.Count(Call.Create).ShouldBe(1);
    }
}
