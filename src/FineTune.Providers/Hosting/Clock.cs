namespace FineTune.Providers.Hosting;

/// <summary>Time as a release sees it: one seam for the time of day, elapsed time, pauses and chance.</summary>
/// <param name="Time">Time of day and elapsed time.</param>
/// <param name="Pause">Waits; throws when the token is cancelled.</param>
/// <param name="Jitter">A number from 0 to 1.</param>
internal sealed record Clock(TimeProvider Time, Func<TimeSpan, CancellationToken, Task> Pause, Func<double> Jitter)
{
    /// <summary>All of it by one time, and chance by the machine's.</summary>
    public static Clock Of(TimeProvider time) => new(time, (pause, cancellation) => Task.Delay(pause, time, cancellation), Random.Shared.NextDouble);
}
