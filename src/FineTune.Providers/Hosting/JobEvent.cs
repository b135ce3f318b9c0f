namespace FineTune.Providers.Hosting;

/// <summary>Something that happened to a job.</summary>
/// <param name="Id">The host's ID.</param>
/// <param name="At">When; null where the host does not say.</param>
/// <param name="Message">The host's message, safe to print.</param>
/// <param name="Step">Training step; null where it is about none.</param>
/// <param name="TotalSteps">Steps in all; null where the host does not say.</param>
/// <param name="Loss">Training loss at the step; null where the host does not say.</param>
internal sealed record JobEvent(string Id, DateTimeOffset? At, string Message, int? Step, int? TotalSteps, double? Loss);
