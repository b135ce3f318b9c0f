namespace FineTune.Emulator.State;

/// <summary>How far the clock was moved forward, in milliseconds.</summary>
internal sealed record StoredClock(long Offset);
