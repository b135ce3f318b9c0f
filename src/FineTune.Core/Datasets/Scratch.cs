using FineTune.Core.Datasets.Json;

namespace FineTune.Core.Datasets;

/// <summary>A buffer for text whose escapes are resolved; it grows to the longest and stays.</summary>
internal sealed class Scratch
{
    private byte[] bytes = [];

    /// <summary>The text of a string with its escapes resolved.</summary>
    public ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> raw)
    {
        Grow(raw.Length);
        return bytes.AsSpan(0, JsonEscape.Decode(raw, bytes));
    }

    /// <summary>A string in the form that all ways to write it have in common.</summary>
    public ReadOnlySpan<byte> Canonicalise(ReadOnlySpan<byte> raw)
    {
        Grow(raw.Length);
        return bytes.AsSpan(0, JsonEscape.Canonicalise(raw, bytes));
    }

    private void Grow(int length)
    {
        if (bytes.Length < length)
        {
            bytes = new byte[Math.Max(length, bytes.Length * 2)];
        }
    }
}
