using FineTune.Core.Lockfile;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.Releasing.Jobs;

/// <summary>A job that is looked for at a provider.</summary>
/// <param name="Model">The model's name in the manifest.</param>
/// <param name="Mark">How it is known there.</param>
/// <param name="Entry">What the lock has of the model.</param>
/// <param name="Asked">What it has to train; with its ID where the lock has it.</param>
internal sealed record SoughtJob(string Model, JobMark Mark, LockedModel Entry, LockedTraining Asked);
