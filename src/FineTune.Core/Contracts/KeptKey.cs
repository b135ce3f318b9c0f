namespace FineTune.Core.Contracts;

/// <summary>The key of the last text: the next example mostly has the same one, which is compared and not hashed.</summary>
internal sealed class KeptKey
{
    private byte[] text = [];

    private int length = -1;

    private UInt128 key;

    /// <summary>The key of a text.</summary>
    public UInt128 Of(ReadOnlySpan<byte> next)
    {
        if (IsNew(next))
        {
            key = ContractKey.Of(next);
        }
        return key;
    }

    /// <summary>Whether a text is another than the last; it is the last then.</summary>
    public bool IsNew(ReadOnlySpan<byte> next)
    {
        if (next.Length == length && next.SequenceEqual(text.AsSpan(0, length)))
        {
            return false;
        }
        if (text.Length < next.Length)
        {
            text = new byte[next.Length];
        }
        next.CopyTo(text);
        length = next.Length;
        return true;
    }
}
