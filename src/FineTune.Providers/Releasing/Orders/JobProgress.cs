namespace FineTune.Providers.Releasing.Orders;

/// <summary>How a job is.</summary>
/// <param name="Model">The model's name in the manifest.</param>
/// <param name="Status">The host's own word for it.</param>
/// <param name="Step">Training step; null before the first.</param>
/// <param name="TotalSteps">Steps in all; null where the host does not say.</param>
/// <param name="Loss">Training loss at the step; null where the host does not say.</param>
/// <param name="EstimatedEnd">When it should end: the host's estimate, else from the pace of its steps; null for neither.</param>
internal sealed record JobProgress(string Model, string Status, int? Step, int? TotalSteps, double? Loss, DateTimeOffset? EstimatedEnd);
