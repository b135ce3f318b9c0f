using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>A buffer for text whose escapes are resolved; it grows to the longest and stays.</summary>
internal sealed class Scratch
{
    private byte[] bytes = [];

    public ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> raw)
    {
        if (bytes.Length < raw.Length)
        {
            bytes = new byte[Math.Max(raw.Length, bytes.Length * 2)];
        }
        return bytes.AsSpan(0, JsonEscape.Decode(raw, bytes));
    }
}
