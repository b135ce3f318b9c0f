using FineTune.Providers.Hosting;

namespace FineTune.Providers.Tests.Releasing;

/// <summary>Time that goes on only when somebody waits.</summary>
internal sealed class TestClock : TimeProvider
{
    private readonly List<(TimeSpan At, Func<Task> Act)> due = [];
    private long ticks;

    public TestClock() => Clock = new Clock(this, PauseAsync, () => 0.5);

    public Clock Clock { get; }

    /// <summary>How far the time of day is off; elapsed time is not.</summary>
    public TimeSpan Jump { get; set; }

    /// <summary>What a pause takes in truth: where some wait while others work, time must not run away from those.</summary>
    public TimeSpan TruePause { get; set; }

    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref ticks));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero) + Elapsed + Jump;

    /// <summary>Does something when so much more time has been waited.</summary>
    public void After(TimeSpan time, Func<Task> act)
    {
        lock (due)
        {
            due.Add((Elapsed + time, act));
        }
    }

    private async Task PauseAsync(TimeSpan time, CancellationToken cancellation)
    {
        await Task.Yield();
        await Task.Delay(TruePause, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var end = Elapsed + time;
        while (NextUntil(end) is { } due)
        {
            Interlocked.Exchange(ref ticks, due.At.Ticks);
            await due.Act();
        }
        Interlocked.Add(ref ticks, (end - Elapsed).Ticks);
    }

    private (TimeSpan At, Func<Task> Act)? NextUntil(TimeSpan end)
    {
        lock (this.due)
        {
            var next = this.due.Where(due => due.At <= end).OrderBy(due => due.At).Take(1).ToList();
            this.due.RemoveAll(next.Contains);
            return next.Count > 0 ? next[0] : null;
        }
    }
}
