namespace FineTune.Core.Lockfile;

/// <summary>A model as it was at a step of the training.</summary>
/// <param name="Step">Training step.</param>
/// <param name="Model">The provider's ID.</param>
/// <param name="Metrics">Losses and accuracies by the provider's names, in ordinal order.</param>
public sealed record LockedCheckpoint(int Step, string Model, IReadOnlyDictionary<string, double> Metrics);
