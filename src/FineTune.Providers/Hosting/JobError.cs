namespace FineTune.Providers.Hosting;

/// <summary>Why a job failed, in the host's words.</summary>
/// <param name="Code">The host's code; null for none.</param>
/// <param name="Message">The host's message, safe to print.</param>
/// <param name="Parameter">The field that is at fault, for example <c>training_file</c>; null for none.</param>
internal sealed record JobError(string? Code, string Message, string? Parameter);
