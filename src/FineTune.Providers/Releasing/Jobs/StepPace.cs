using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>Steps of a training and the time that they take, for an estimate of its end.</summary>
internal sealed class StepPace(TimeProvider time)
{
    private (int Step, long At)? first;

    /// <summary>The last step; null before the first.</summary>
    public int? Step { get; private set; }

    /// <summary>Steps in all; null where the host does not say.</summary>
    public int? TotalSteps { get; private set; }

    /// <summary>Training loss at the last step that had one.</summary>
    public double? Loss { get; private set; }

    /// <summary>When the last step will be made at the pace seen so far; null before two of them.</summary>
    public DateTimeOffset? EstimatedEnd { get; private set; }

    /// <summary>Takes an event in.</summary>
    public void Add(JobEvent one)
    {
        if (one.Step is not { } step || step < Step)
        {
            return;
        }
        (Step, TotalSteps, Loss) = (step, one.TotalSteps ?? TotalSteps, one.Loss ?? Loss);
        this.first ??= (step, time.GetTimestamp());
        var (first, at) = this.first.Value;
        if (step > first && TotalSteps is { } total && total >= step)
        {
            EstimatedEnd = time.GetUtcNow() + (time.GetElapsedTime(at) / (step - first) * (total - step));
        }
    }
}
