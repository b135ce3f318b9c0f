using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing;

/// <summary>What a provider says of a model's current version.</summary>
/// <param name="Model">The model's name in the manifest.</param>
/// <param name="Version">Its current version.</param>
/// <param name="Exists">Whether the provider knows it; null where it could not be asked.</param>
/// <param name="ShutDown">The day it stops answering; null where the provider names none.</param>
/// <param name="Problem">Why the provider could not be asked; null where it was.</param>
internal sealed record OnlineCheck(string Model, LockedVersion Version, bool? Exists, DateOnly? ShutDown, ReleaseError? Problem)
{
    /// <summary>The last day on which its base can be trained; null where the provider names none.</summary>
    public DateOnly? TrainingEnds { get; init; }

    /// <summary>The first day on which the provider may delete its deployment for want of calls; null where it does not, or does not say.</summary>
    public DateOnly? IdleUntil { get; init; }

    /// <summary>Why it does not answer though the provider knows it; null where nothing is known to be wrong.</summary>
    public string? Fault { get; init; }
}
