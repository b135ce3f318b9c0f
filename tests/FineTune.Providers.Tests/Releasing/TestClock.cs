using FineTune.Providers.Releasing;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>Time that goes on only when somebody waits.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _ticks;

    public TestClock() => Clock = new Clock(this, PauseAsync, () => 0.5);

    public Clock Clock { get; }

    /// <summary>How far the time of day is off; elapsed time is not.</summary>
    public TimeSpan Jump { get; set; }

    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero) + Elapsed + Jump;

    private async Task PauseAsync(TimeSpan time, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        Interlocked.Add(ref _ticks, time.Ticks);
    }
}
