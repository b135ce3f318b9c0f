namespace FineTune.Emulator.State;

/// <summary>A time in which a job stood still.</summary>
/// <param name="From">When it was paused.</param>
/// <param name="ResumedAt">When it was resumed; null while it is paused.</param>
/// <param name="Until">When it moves again: after a resume it is queued once more.</param>
internal sealed record StoredPause(long From, long? ResumedAt, long? Until);
