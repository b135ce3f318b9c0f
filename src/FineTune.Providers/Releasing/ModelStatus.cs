using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing;

/// <summary>How a model is, in the lock and at its provider.</summary>
/// <param name="Model">Its name in the manifest.</param>
/// <param name="Version">The version that the constants name; null without one.</param>
/// <param name="Attempt">The attempt that has not ended; null for none.</param>
/// <param name="Job">The job as the provider shows it; null where there is none or it could not be asked.</param>
/// <param name="Problem">Why the provider could not be asked; null where it was.</param>
internal sealed record ModelStatus(string Model, LockedVersion? Version, Attempt? Attempt, TrainingJob? Job, ReleaseError? Problem);
