using System.ClientModel.Primitives;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.OpenAI;

/// <summary>Repeats only what says that it may be repeated; everything else, above all the create call, is sent once.</summary>
internal sealed class CarefulRetry(Clock clock) : ClientRetryPolicy(MaxRetries)
{
    private const int MaxRetries = 3;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    /// <summary>Marks a message as one that may be sent again.</summary>
    public static void Allow(PipelineMessage message) => message.SetProperty(typeof(CarefulRetry), true);

    protected override bool ShouldRetry(PipelineMessage message, Exception? exception) =>
        MayRepeat(message) && base.ShouldRetry(message, exception);

    protected override async ValueTask<bool> ShouldRetryAsync(PipelineMessage message, Exception? exception) =>
        MayRepeat(message) && await base.ShouldRetryAsync(message, exception).ConfigureAwait(false);

    // A server may ask for a wait of years in Retry-After.
    protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount)
    {
        var delay = base.GetNextDelay(message, tryCount);
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay < LongestDelay ? delay : LongestDelay;
    }

    protected override Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => clock.Pause(time, cancellationToken);

    private static bool MayRepeat(PipelineMessage message) =>
        message.TryGetProperty(typeof(CarefulRetry), out _) && !message.CancellationToken.IsCancellationRequested;
}
