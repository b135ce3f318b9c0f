namespace FineTune.Core.Linting.Rules.Secrets;

/// <summary>How random bytes look.</summary>
internal static class Entropy
{
    /// <summary>Shannon entropy of the bytes by themselves, in bits a byte.</summary>
    public static double Of(ReadOnlySpan<byte> bytes)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var value in bytes)
        {
            counts[value]++;
        }
        var entropy = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / bytes.Length;
                entropy -= share * Math.Log2(share);
            }
        }
        return entropy;
    }
}
