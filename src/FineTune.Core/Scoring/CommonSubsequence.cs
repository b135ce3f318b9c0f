namespace FineTune.Core.Scoring;

/// <summary>The longest sequence that two sequences have in common, gaps allowed.</summary>
internal static class CommonSubsequence
{
    private const int Bits = 64;

    /// <summary>Its length; 64 columns at a time, after Hyyrö.</summary>
    public static int Length(int[] first, int[] second)
    {
        var blocks = (first.Length + Bits - 1) / Bits;
        var places = PlacesOf(first, blocks);
        var open = new ulong[blocks];
        Array.Fill(open, ulong.MaxValue);
        foreach (var symbol in second)
        {
            if (!places.TryGetValue(symbol, out var here))
            {
                continue;
            }
            ulong carry = 0;
            for (var block = 0; block < blocks; block++)
            {
                var row = open[block];
                var hit = row & here.GetValueOrDefault(block);
                var sum = unchecked(row + hit + carry);
                carry = sum < row || (carry == 1 && sum == row) ? 1UL : 0UL;
                open[block] = sum | (row & ~hit);
            }
        }
        var length = 0;
        for (var i = 0; i < first.Length; i++)
        {
            length += (open[i / Bits] >> (i % Bits) & 1) == 0 ? 1 : 0;
        }
        return length;
    }

    private static Dictionary<int, Dictionary<int, ulong>> PlacesOf(int[] sequence, int blocks)
    {
        var places = new Dictionary<int, Dictionary<int, ulong>>();
        for (var i = 0; i < sequence.Length; i++)
        {
            if (!places.TryGetValue(sequence[i], out var inBlocks))
            {
                places[sequence[i]] = inBlocks = new Dictionary<int, ulong>(Math.Min(blocks, 4));
            }
            inBlocks[i / Bits] = inBlocks.GetValueOrDefault(i / Bits) | (1UL << (i % Bits));
        }
        return places;
    }
}
