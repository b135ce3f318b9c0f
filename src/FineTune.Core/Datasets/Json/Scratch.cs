namespace FineTune.Core.Datasets.Json;

/// <summary>A buffer for text whose escapes are resolved; it grows to the longest and stays. And the last value whose hash may be asked for again.</summary>
internal sealed class Scratch
{
    private byte[] bytes = [];

    private byte[] remembered = [];

    private int rememberedLength = -1;

    private ulong rememberedHash;

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

    /// <summary>The hash of a value that was remembered last, where it is the same bytes.</summary>
    public bool TryRecall(ReadOnlySpan<byte> raw, out ulong hash)
    {
        hash = rememberedHash;
        return raw.Length == rememberedLength && raw.SequenceEqual(remembered.AsSpan(0, rememberedLength));
    }

    /// <summary>Remembers the hash of a value.</summary>
    public void Remember(ReadOnlySpan<byte> raw, ulong hash)
    {
        if (remembered.Length < raw.Length)
        {
            remembered = new byte[raw.Length];
        }
        raw.CopyTo(remembered);
        (rememberedLength, rememberedHash) = (raw.Length, hash);
    }

    private void Grow(int length)
    {
        if (bytes.Length < length)
        {
            bytes = new byte[Math.Max(length, bytes.Length * 2)];
        }
    }
}
