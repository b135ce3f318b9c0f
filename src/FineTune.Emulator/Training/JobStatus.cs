namespace FineTune.Emulator.Training;

/// <summary>The words for where a job is.</summary>
internal static class JobStatus
{
    public const string Validating = "validating_files";
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Paused = "paused";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    public static bool IsEnd(string status) => status is Succeeded or Failed or Cancelled;
}
