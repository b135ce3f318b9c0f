using System.Text.Json;
using FineTune.Core.Files;

namespace FineTune.Emulator.State;

/// <summary>The time that jobs move by: the system's, and what it was moved forward by, which outlives the process.</summary>
internal sealed class EmulatorClock
{
    private readonly string path;
    private long offset;

    public EmulatorClock(string folder, Action<string> warn)
    {
        path = Path.Combine(folder, "clock.json");
        try
        {
            offset = File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), StateJson.Default.StoredClock)?.Offset ?? 0 : 0;
        }
        catch (JsonException)
        {
            warn($"{path} cannot be read; the clock shows the system's time");
        }
    }

    /// <summary>Milliseconds of the Unix epoch.</summary>
    public long Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() + Interlocked.Read(ref offset);

    /// <summary>The day, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(Now).UtcDateTime);

    /// <summary>Moves the clock forward.</summary>
    public void Advance(double seconds)
    {
        var moved = Interlocked.Add(ref offset, (long)(seconds * 1000));
        AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(new StoredClock(moved), StateJson.Default.StoredClock), durable: false);
    }
}
