namespace FineTune.Providers.Hosting;

/// <summary>A model at the host.</summary>
/// <param name="ShutDown">The day it stops answering; null where the host names none.</param>
internal sealed record HostedModel(DateOnly? ShutDown)
{
    /// <summary>The last day on which its base can be trained; null where the host names none.</summary>
    public DateOnly? TrainingEnds { get; init; }

    /// <summary>The first day on which the host may delete its deployment for want of calls; null where it does not, or does not say.</summary>
    public DateOnly? IdleUntil { get; init; }

    /// <summary>Why it does not answer though the host knows it, for example a deployment that is gone; null where nothing is known to be wrong.</summary>
    public string? Fault { get; init; }
}
