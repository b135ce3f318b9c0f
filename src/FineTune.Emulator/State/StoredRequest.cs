namespace FineTune.Emulator.State;

/// <summary>One request that reached the emulator.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Status">The status of the answer, whether or not it arrived; 0 where there was none.</param>
/// <param name="Time">Milliseconds of the Unix epoch.</param>
/// <param name="Processed">Whether the request had its effect.</param>
/// <param name="Fault">The fault that was played; null for none.</param>
internal sealed record StoredRequest(string Method, string Path, int Status, long Time, bool Processed, string? Fault);
