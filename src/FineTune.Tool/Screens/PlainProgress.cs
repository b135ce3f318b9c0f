using FineTune.Core.Findings;
using FineTune.Providers.Releasing.Orders;
using FineTune.Tool.CommandLine;

namespace FineTune.Tool.Screens;

/// <summary>Progress as lines, for logs: a line for what is said, and one for each new status or tenth of the steps.</summary>
internal sealed class PlainProgress(Invocation call) : IReleaseProgress
{
    private readonly Dictionary<string, string> last = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Say(string model, string line) => call.Say($"{model}: {line}");

    /// <inheritdoc/>
    public void Warn(string model, string line) => call.Say($"{call.MessageInk.Yellow("warning")}: {model}: {line}");

    /// <inheritdoc/>
    public void Show(JobProgress progress)
    {
        var tenth = progress is { Step: { } step, TotalSteps: > 0 and var total } ? step * 10 / total : -1;
        lock (last)
        {
            var key = $"{progress.Status} {tenth}";
            if (last.GetValueOrDefault(progress.Model) == key)
            {
                return;
            }
            last[progress.Model] = key;
        }
        call.Say($"{progress.Model}: {Describe(progress, call.Surroundings.Clock)}");
    }

    /// <summary>A job in one line: <c>running, step 40 of 96, loss 0.812, done about 14:20</c>.</summary>
    public static string Describe(JobProgress progress, TimeProvider clock)
    {
        var parts = new List<string> { progress.Status.Replace('_', ' ') };
        if (progress.Step is { } step)
        {
            parts.Add(progress.TotalSteps is { } total ? $"step {step} of {total}" : $"step {step}");
        }
        if (progress.Loss is { } loss)
        {
            parts.Add($"loss {loss:0.000}");
        }
        if (progress.EstimatedEnd is { } end && end - clock.GetUtcNow() is { TotalSeconds: > 1 } left)
        {
            parts.Add($"about {Amount.OfTime(left)} left");
        }
        return string.Join(", ", parts);
    }
}
