using FineTune.Core.Manifest;

namespace FineTune.Providers.Hosting;

/// <summary>A job to create.</summary>
/// <param name="Model">What the manifest says.</param>
/// <param name="Mark">How it will be known again.</param>
/// <param name="TrainingFile">The host's ID of the training file.</param>
/// <param name="ValidationFile">The host's ID of the validation file; null for none.</param>
internal sealed record JobOrder(ModelSettings Model, JobMark Mark, string TrainingFile, string? ValidationFile);
